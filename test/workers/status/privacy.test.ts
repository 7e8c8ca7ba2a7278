import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { incidents, messages, statusPosts } from '../../../db/schema';
import { createServiceInput } from '../../../domain/service/input';
import { DAY } from '../../../domain/shared/time';
import { createReportInput, createStatusPageInput } from '../../../domain/status-page/input';
import { AUDIENCES } from '../../../domain/status-page/page';
import { postSlack, postWebhook } from '../../../domain/status-page/render/post-hook';
import { createService } from '../../../workers/operations/service/create';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { serveStatusPage } from '../../../workers/operations/status-page/serve';
import { setComponentState } from '../../../workers/operations/status-page/set-state';
import { createReport } from '../../../workers/operations/status-report/create';
import { addSubscriber } from '../../../workers/operations/status-subscriber/add';
import { fanOut } from '../../../workers/operations/status-subscriber/fan-out';
import { adminContext, settle, taken } from '../config/support';
import { context, incidentOf, MARK, now, PATHS, secret } from './secrets';

const NO_LINKS = { manageUrl: '', unsubscribeUrl: '' };

it.each(AUDIENCES)('tells visitors nothing of what is inside: %s', async (audience) => {
  const service = taken(await createService(context, createServiceInput.parse({ name: secret('service') })));
  const slug = `private-${audience}`;
  const page = taken(
    await createStatusPage(
      context,
      createStatusPageInput.parse({
        ...{
          name: 'Shop',
          slug,
          audience,
          password: secret('password'),
          components: [{ name: 'A', serviceIds: [service.id] }, { name: 'B' }],
        },
        templates: [{ name: secret('template'), title: secret('template'), body: secret('template') }],
      }),
    ),
  );
  const db = makeDb(env.DB);
  const shown = async () => {
    const documents = await Promise.all(
      PATHS.map((path) =>
        serveStatusPage(adminContext({ now }), { kind: 'slug', slug }, { path, language: null, number: 1 }),
      ),
    );
    return documents.map((one) => one?.document.body ?? '').join('\n');
  };

  await db.insert(incidents).values(incidentOf(service.id, AUDIENCES.indexOf(audience) * 10, 'PRIVATE'));
  const [first, second] = page.components;
  taken(
    await setComponentState(context, { id: page.id, componentId: second?.id ?? '', state: 'DEGRADED', until: null }),
  );
  // A private incident does not even change what a component is.
  expect(await shown()).toContain('Some systems are slower than they should be.');
  await db.insert(incidents).values(incidentOf(service.id, AUDIENCES.indexOf(audience) * 10 + 1, 'PUBLIC'));
  taken(
    await addSubscriber(context, {
      id: page.id,
      channel: 'email',
      address: `${audience}@example.test`,
      componentIds: [],
    }),
  );
  const components = [{ componentId: first?.id ?? '', state: 'MAJOR_OUTAGE' }];
  taken(
    await createReport(context, {
      id: page.id,
      ...createReportInput.parse({ title: 'Down', body: 'We look.', components }),
    }),
  );
  taken(
    await createReport(context, {
      id: page.id,
      ...createReportInput.parse({ title: secret('draft'), body: secret('draft'), draft: true }),
    }),
  );
  const told = await shown();
  expect(told).toContain('Some systems are down.');
  expect(told).not.toContain(MARK);
  expect(told).not.toContain(service.id);
  expect(told).not.toContain('inc_');

  const posts = (await db.select().from(statusPosts)).filter(({ pageId }) => pageId === page.id);
  expect(posts).toHaveLength(1);
  for (const { id } of posts) await fanOut(adminContext({ now: now + DAY }), id);
  const mails = (await db.select().from(messages)).filter(({ recipient }) => recipient === `${audience}@example.test`);
  expect(mails).toHaveLength(1);
  const sent = [
    JSON.stringify(mails),
    ...posts.flatMap(({ post }) => [postWebhook(post, NO_LINKS), postSlack(post, 'en', NO_LINKS)]),
  ];
  expect(sent.join('\n')).not.toContain(MARK);
  await settle();
});

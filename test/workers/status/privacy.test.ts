import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { incidents, messages, statusPosts } from '../../../db/schema';
import { SECTIONS } from '../../../domain/postmortem/postmortem';
import { publicationInput } from '../../../domain/postmortem/publication';
import { createServiceInput } from '../../../domain/service/input';
import { DAY } from '../../../domain/shared/time';
import { createReportInput, createStatusPageInput } from '../../../domain/status-page/input';
import { AUDIENCES } from '../../../domain/status-page/page';
import { postSlack, postWebhook } from '../../../domain/status-page/render/post';
import { STATUSPAGE_DOCUMENTS } from '../../../domain/status-page/render/statuspage-json';
import { createPostmortem } from '../../../workers/operations/postmortem/create';
import { publishPostmortem } from '../../../workers/operations/postmortem/publish';
import { takeDownPublication } from '../../../workers/operations/postmortem/take-down';
import { updatePostmortem } from '../../../workers/operations/postmortem/update';
import { createService } from '../../../workers/operations/service/create';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { serveStatusPage } from '../../../workers/operations/status-page/serve';
import { setComponentState } from '../../../workers/operations/status-page/set-state';
import { createReport } from '../../../workers/operations/status-report/create';
import { addSubscriber } from '../../../workers/operations/status-subscriber/add';
import { fanOut } from '../../../workers/operations/status-subscriber/fan-out';
import { adminContext, failureOf, settle, taken } from '../config/support';

// Everything that is not for visitors carries this mark; nothing that reaches them may.
const MARK = 'XSECRETX';
const secret = (what: string) => `${MARK}-${what}`;
const now = Date.now();
const context = adminContext({
  now,
  actor: { kind: 'user', id: 'usr_admin', name: secret('writer'), role: 'ADMIN' },
});

const PATHS = [
  '',
  '/history',
  '/history.rss',
  '/history.atom',
  '/feed.json',
  '/calendar.ics',
  '/badge.svg',
  ...STATUSPAGE_DOCUMENTS.map((name) => `/api/v2/${name}`),
];

const incidentOf = (serviceId: string, i: number, visibility: 'PUBLIC' | 'PRIVATE') => ({
  ...{ id: `inc_secret${serviceId}${i}`, number: (now % 1_000_000) + i, seq: 1, status: 'OPEN' as const },
  ...{ urgency: 'HIGH' as const, priority: 'P1' as const, visibility, title: secret('title') },
  ...{ description: secret('description'), serviceId, serviceName: secret('service'), inbox: secret('inbox') },
  ...{ dedupKey: secret('key'), alertCount: 1, step: 1, cycle: 1, openedAt: now, lastEventAt: now },
  ...{ assigneeName: secret('assignee'), nobodyPaged: false },
});

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
  const sent = [JSON.stringify(mails), ...posts.flatMap(({ post }) => [postWebhook(post), postSlack(post, 'en')])];
  expect(sent.join('\n')).not.toContain(MARK);
  await settle();
});

it('tells visitors of a postmortem what was written for them, and nothing of the postmortem itself', async () => {
  const service = taken(await createService(context, createServiceInput.parse({ name: secret('service') })));
  const slug = 'told-after';
  const page = taken(
    await createStatusPage(context, createStatusPageInput.parse({ name: 'Shop', slug, components: [{ name: 'A' }] })),
  );
  const down = createReportInput.parse({ title: 'Down', body: 'We look.', components: [] });
  const report = taken(await createReport(context, { id: page.id, ...down }));
  const open = { ...incidentOf(service.id, 100, 'PUBLIC'), id: 'inc_toldafteropen' };
  const closed = { ...incidentOf(service.id, 101, 'PUBLIC'), id: 'inc_toldafterclosed' };
  const db = makeDb(env.DB);
  await db.insert(incidents).values([open, closed]);
  const sections = Object.fromEntries(SECTIONS.map((name) => [name, secret(name)]));
  const written = async (number: number, status: 'DRAFT' | 'PUBLISHED') => {
    const { id } = taken(await createPostmortem(context, { incidentId: String(number) }));
    const events = [{ at: now, text: secret('event'), kept: true }];
    if (status === 'PUBLISHED')
      taken(await updatePostmortem(context, { id, title: secret('title'), status, sections, events }));
    return id;
  };
  const id = await written(open.number, 'PUBLISHED');
  const words = publicationInput.parse({
    ...{ pageId: page.id, reportId: report.id, title: 'What happened', summary: 'Orders failed for an hour.' },
    body: 'We sent <b>too much</b>.\n\nRead on: https://example.test/more',
  });
  const pathOf = (one: string) => `/postmortems/${one}`;
  const read = async (path: string) => {
    const visitor = adminContext({ now });
    return (await serveStatusPage(visitor, { kind: 'slug', slug }, { path, language: null, number: 1 }))?.document.body;
  };

  const draft = await written(closed.number, 'DRAFT');
  expect(failureOf(await publishPostmortem(context, { id: draft, ...words })).code).toBe('conflict');
  const missing = { ...words, reportId: 'rep_0000000000000000' };
  expect(failureOf(await publishPostmortem(context, { id, ...missing })).fields?.[0]?.path).toBe('reportId');

  const shown = taken(await publishPostmortem(context, { id, ...words }));
  expect(shown.url).toMatch(new RegExp(`/status/${slug}${pathOf(shown.id)}$`));
  const own = await read(pathOf(shown.id));
  expect(own).toContain('Orders failed for an hour.');
  expect(own).toContain('&lt;b&gt;too much');
  expect(await read('/history')).toContain(`${slug}${pathOf(shown.id)}`);
  expect(await read(`/reports/${report.id}`)).toContain('What happened');
  const everything = [...PATHS, pathOf(shown.id), `/reports/${report.id}`];
  const told = (await Promise.all(everything.map(read))).join('\n');
  for (const hidden of [MARK, service.id, open.id, id]) expect(told).not.toContain(hidden);

  // Written anew, it stays where it was; taken down, nothing of it is left.
  const again = taken(await publishPostmortem(context, { id, ...words, title: 'What really happened' }));
  expect([again.id, again.publishedAt]).toEqual([shown.id, shown.publishedAt]);
  taken(await takeDownPublication(context, { id, publicationId: shown.id }));
  expect(await read('/history')).not.toContain('happened');
  expect(await read(pathOf(shown.id))).toContain('404');

  await env.DB.prepare("UPDATE incidents SET visibility = 'PRIVATE' WHERE id = ?").bind(open.id).run();
  expect(failureOf(await publishPostmortem(context, { id, ...words })).message).toMatch(/private/);
  await settle();
});

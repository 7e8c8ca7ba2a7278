import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { incidents } from '../../../db/schema';
import { SECTIONS } from '../../../domain/postmortem/postmortem';
import { publicationInput } from '../../../domain/postmortem/publication';
import { createServiceInput } from '../../../domain/service/input';
import { createReportInput, createStatusPageInput } from '../../../domain/status-page/input';
import { createPostmortem } from '../../../workers/operations/postmortem/create';
import { publishPostmortem } from '../../../workers/operations/postmortem/publish';
import { takeDownPublication } from '../../../workers/operations/postmortem/take-down';
import { updatePostmortem } from '../../../workers/operations/postmortem/update';
import { createService } from '../../../workers/operations/service/create';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { serveStatusPage } from '../../../workers/operations/status-page/serve';
import { createReport } from '../../../workers/operations/status-report/create';
import { adminContext, failureOf, settle, taken } from '../config/support';
import { context, incidentOf, MARK, now, PATHS, secret } from './secrets';

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

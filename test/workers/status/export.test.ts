import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { DAY } from '../../../domain/shared/time';
import { createReportInput, createStatusPageInput } from '../../../domain/status-page/input';
import type { Env } from '../../../workers/env';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { removeStatusPage } from '../../../workers/operations/status-page/remove';
import { sweepStatusPages } from '../../../workers/operations/status-page/sweep';
import { updateStatusPage } from '../../../workers/operations/status-page/update';
import { createReport } from '../../../workers/operations/status-report/create';
import { removeReport } from '../../../workers/operations/status-report/remove';
import { adminContext, settle, taken } from '../config/support';

const now = Date.now();
const bucket = env.TEST_BUCKET;
const withBucket = (at: number, given: R2Bucket = bucket) =>
  adminContext({ now: at, env: { ...env, STATUS_EXPORT: given } as unknown as Env });
const context = withBucket(now);
const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';
let pageId = '';

beforeAll(async () => {
  const input = { name: 'Lock', slug: 'lock', components: [{ name: 'Gate' }], look: { logo: PIXEL } };
  pageId = taken(await createStatusPage(context, createStatusPageInput.parse(input))).id;
  await settle();
});
afterEach(settle);

const keys = async () => (await bucket.list({ prefix: 'lock/' })).objects.map(({ key }) => key);
const read = async (file: string) => (await bucket.get(`lock/${file}`))?.text();
const report = async (title: string) =>
  taken(await createReport(context, { id: pageId, ...createReportInput.parse({ title, body: 'We look.' }) }));

it('writes pages, documents, feeds and logos whose links lead to each other, and to the live page for the rest', async () => {
  const { id } = await report('Gate stuck');
  await settle();
  expect(await keys()).toEqual(
    expect.arrayContaining(
      [
        ...['index.html', 'history/index.html', `reports/${id}/index.html`, 'api/v2/summary.json'],
        ...[
          'api/v2/scheduled-maintenances/active.json',
          'history.rss',
          'feed.json',
          'calendar.ics',
          'badge.svg',
          'logo',
        ],
      ].map((file) => `lock/${file}`),
    ),
  );
  const html = (await read('index.html')) ?? '';
  expect(html).toContain(`href="/reports/${id}"`);
  expect(html).toContain('src="/logo"');
  expect(html).toContain('href="http://127.0.0.1:8787/status/lock/subscribe"');
  expect(html).toContain('href="http://127.0.0.1:8787/status/lock?lang=de"');
  expect(html).not.toMatch(/"\/status\/lock/);
  const summary = await bucket.get('lock/api/v2/summary.json');
  expect(summary?.httpMetadata?.contentType).toMatch(/^application\/json/);
  expect(await summary?.json()).toMatchObject({ incidents: [{ name: 'Gate stuck' }] });
});

it('takes what is no more on the page out of the bucket, and lets what is the same be', async () => {
  const { id } = await report('Said by mistake');
  await settle();
  expect(await keys()).toContain(`lock/reports/${id}/index.html`);
  const logo = (await bucket.head('lock/logo'))?.version;
  taken(await removeReport(context, { id: pageId, reportId: id }));
  await settle();
  expect(await keys()).not.toContain(`lock/reports/${id}/index.html`);
  expect(await read('index.html')).not.toContain('Said by mistake');
  expect((await bucket.head('lock/logo'))?.version).toBe(logo);
});

it('is made up for by the sweep when the bucket was away', async () => {
  const away = { list: () => Promise.reject(new Error('R2 is away')) } as unknown as R2Bucket;
  const input = createReportInput.parse({ title: 'While it was away', body: 'We look.' });
  taken(await createReport(withBucket(now + 1000, away), { id: pageId, ...input }));
  await settle();
  expect(await read('index.html')).not.toContain('While it was away');
  await sweepStatusPages(withBucket(now + 60_000), 10);
  await settle();
  expect(await read('index.html')).toContain('While it was away');
});

it('keeps no copy of a page that is not public any more, nor of one that is gone', async () => {
  taken(await updateStatusPage(withBucket(now + DAY), { id: pageId, audience: 'signed-in' }));
  await settle();
  expect(await keys()).toEqual([]);
  taken(await updateStatusPage(withBucket(now + 2 * DAY), { id: pageId, audience: 'public' }));
  await settle();
  expect(await keys()).not.toEqual([]);
  taken(await removeStatusPage(withBucket(now + 2 * DAY), { id: pageId }));
  await settle();
  expect(await keys()).toEqual([]);
});

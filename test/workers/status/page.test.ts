import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { takeDuePosts } from '../../../db/repositories/status-posts';
import { messages } from '../../../db/schema';
import { DAY, MINUTE } from '../../../domain/shared/time';
import { createReportInput, createStatusPageInput, postUpdateInput } from '../../../domain/status-page/input';
import { STATUSPAGE_DOCUMENTS } from '../../../domain/status-page/render/statuspage-json';
import { app } from '../../../workers/http/app';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { serveStatusPage } from '../../../workers/operations/status-page/serve';
import { setComponentState } from '../../../workers/operations/status-page/set-state';
import { sweepStatusPages } from '../../../workers/operations/status-page/sweep';
import { updateStatusPage } from '../../../workers/operations/status-page/update';
import { createReport } from '../../../workers/operations/status-report/create';
import { postUpdate } from '../../../workers/operations/status-report/post-update';
import { fanOut } from '../../../workers/operations/status-subscriber/fan-out';
import { awayDb } from '../access/support';
import { send } from '../api/support';
import { adminContext, settle, taken } from '../config/support';

const now = Date.now();
const context = adminContext({ now });
let pageId = '';
let componentId = '';

beforeAll(async () => {
  const page = taken(
    await createStatusPage(
      context,
      createStatusPageInput.parse({
        name: 'Shop <b>& Co',
        slug: 'shop',
        host: 'status.example.com',
        timezone: 'Europe/Berlin',
        components: [{ name: 'Checkout', group: 'Web' }, { name: 'API' }],
      }),
    ),
  );
  pageId = page.id;
  componentId = page.components[0]?.id ?? '';
  await settle();
});

const get = (path: string, headers: Record<string, string> = {}) => send(`/status/shop${path}`, { headers });

async function onHost(path: string): Promise<Response> {
  const left: Promise<unknown>[] = [];
  const execution = { waitUntil: (work: Promise<unknown>) => left.push(work), passThroughOnException() {}, props: {} };
  const answer = await app.request(`http://status.example.com${path}`, {}, env, execution as never);
  await Promise.all(left);
  return answer;
}

describe('the page', () => {
  it('says in one sentence how things are, as a whole page without a script of its own to load', async () => {
    const answer = await get('');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<h1>All systems are operational.</h1>');
    expect(html).toContain('Shop &lt;b&gt;&amp; Co');
    expect(html).not.toMatch(/<script src|style="/);
    expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/);
    expect(answer.headers.get('cache-control')).toContain('stale-while-revalidate');
  });

  it('answers 304 to whoever has it, and 404 to paths of nothing', async () => {
    const etag = (await get('')).headers.get('etag') ?? '';
    expect((await get('', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/reports/rep_nothing')).status).toBe(404);
    expect((await get('/nothing')).status).toBe(404);
    expect((await send('/status/other')).status).toBe(404);
  });

  it.each(['de', 'es', 'fr', 'ja'])('speaks %s', async (language) => {
    const html = await (await get(`?lang=${language}`)).text();
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toContain('All systems are operational');
  });

  it('stands at the root of its own host, with its own addresses', async () => {
    const html = await (await onHost('/')).text();
    expect(html).toContain('href="/history"');
    const summary = await (await onHost('/api/v2/summary.json')).json<{ page: { url: string } }>();
    expect(summary.page.url).toBe('http://status.example.com');
    expect((await onHost('/api/v1/incidents')).status).toBe(404);
  });

  it.each(STATUSPAGE_DOCUMENTS)('gives Statuspage’s %s to every site', async (name) => {
    const answer = await get(`/api/v2/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    ['/history.rss', 'application/rss+xml'],
    ['/history.atom', 'application/atom+xml'],
    ['/feed.json', 'application/feed+json'],
    ['/calendar.ics', 'text/calendar'],
    ['/badge.svg', 'image/svg+xml'],
    ['/status.md', 'text/markdown'],
    ['/llms.txt', 'text/plain'],
  ])('gives %s', async (path, type) => {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toContain(type);
    expect((await answer.text()).length).toBeGreaterThan(100);
  });
});

describe('a change', () => {
  it('by hand is seen by the next visitor, with who made it in the audit log only', async () => {
    taken(await setComponentState(context, { id: pageId, componentId, state: 'MAJOR_OUTAGE', until: null }));
    const html = await (await get('')).text();
    expect(html).toContain('Some systems are down.');
    expect(html).not.toContain('Ada');
    taken(await setComponentState(context, { id: pageId, componentId, state: null, until: null }));
    expect(await (await get('')).text()).toContain('All systems are operational.');
  });

  it('is a report with its updates, until it is resolved', async () => {
    const components = [{ componentId, state: 'PARTIAL_OUTAGE' }];
    const made = taken(
      await createReport(context, {
        id: pageId,
        ...createReportInput.parse({
          title: 'Cards <fail>',
          body: 'We look.\n\nMore: https://x.example/a',
          components,
        }),
      }),
    );
    const html = await (await get('')).text();
    expect(html).toContain('Some systems are partly down.');
    expect(html).toContain('Cards &lt;fail&gt;');
    expect((await get(`/reports/${made.id}`)).status).toBe(200);
    const unresolved = await (await get('/api/v2/incidents/unresolved.json')).json<{
      incidents: { impact: string }[];
    }>();
    expect(unresolved.incidents.map(({ impact }) => impact)).toEqual(['major']);
    taken(
      await postUpdate(adminContext({ now: now + MINUTE }), {
        id: pageId,
        reportId: made.id,
        ...postUpdateInput.parse({ status: 'resolved', body: 'Done.' }),
      }),
    );
    expect(await (await get('')).text()).toContain('All systems are operational.');
  });

  it('of the clock begins and ends planned work, and tells of it once', async () => {
    const startsAt = new Date(now + DAY).toISOString();
    const endsAt = new Date(now + DAY + 60 * MINUTE).toISOString();
    const components = [{ componentId, state: 'MAINTENANCE' }];
    const input = { kind: 'maintenance', title: 'Move', body: 'We move.', startsAt, endsAt, components };
    const made = taken(await createReport(context, { id: pageId, ...createReportInput.parse(input) }));
    const read = async (at: number) => {
      const served = await serveStatusPage(
        adminContext({ now: at }),
        { kind: 'slug', slug: 'shop' },
        { path: '', language: null, number: 1 },
      );
      return served?.document.body ?? '';
    };
    const begun = now + DAY + MINUTE;
    await sweepStatusPages(adminContext({ now: begun }), 10);
    await sweepStatusPages(adminContext({ now: begun }), 10);
    expect(await read(begun)).toContain('Maintenance is under way.');
    expect((await read(begun)).split('The maintenance has begun.').length).toBe(2);
    const over = now + DAY + 61 * MINUTE;
    await sweepStatusPages(adminContext({ now: over }), 10);
    expect(await read(over)).toContain('All systems are operational.');
    expect(made.status).toBe('scheduled');
    await settle();
  });
});

describe('while the database is away', () => {
  it('the last page is served, in every language, and says since when', async () => {
    const later = Date.now() + 2 * DAY;
    const away = adminContext({ now: later, db: awayDb() });
    const asked = { path: '/history', language: 'fr', number: 1 } as const;
    const served = await serveStatusPage(away, { kind: 'slug', slug: 'shop' }, asked);
    expect(served?.document.body).toContain('Historique');
    expect(served?.staleSince).toBeGreaterThan(now);
    await settle();
  });
});

describe('a page with a password', () => {
  it('shows nothing but its door, and opens for those who have it', async () => {
    // The clock of the test before has gone further.
    const later = adminContext({ now: now + 2 * DAY });
    taken(await updateStatusPage(later, { id: pageId, audience: 'password', password: 'open sesame' }));
    const closed = await get('');
    expect(closed.status).toBe(401);
    expect(await closed.text()).not.toContain('Checkout');
    expect((await get('/api/v2/summary.json')).status).toBe(401);
    const enter = (password: string) =>
      send('/status/shop/enter', {
        method: 'POST',
        headers: { origin: 'http://127.0.0.1:8787' },
        body: new URLSearchParams({ password }),
      });
    expect((await enter('wrong')).status).toBe(401);
    const cookie = (await enter('open sesame')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const open = await get('', { cookie });
    expect(open.status).toBe(200);
    expect(open.headers.get('cache-control')).toBe('private, no-store');
    taken(await updateStatusPage(later, { id: pageId, audience: 'public' }));
  });
});

describe('a subscriber', () => {
  const post = (path: string, form: Record<string, string> = {}, origin = true) =>
    send(`/status/shop${path}`, {
      method: 'POST',
      headers: origin ? { origin: 'http://127.0.0.1:8787' } : {},
      body: new URLSearchParams(form),
    });
  const mailsTo = async (to: string, kind: string) =>
    (await makeDb(env.DB).select().from(messages)).filter((one) => one.recipient === to && one.kind === kind);

  it('is asked first, hears of each update once, and leaves with one click', async () => {
    expect((await post('/subscribe', { address: 'no address' })).status).toBe(400);
    expect((await post('/subscribe', { address: 'v@example.test' })).status).toBe(200);
    expect((await post('/subscribe', { address: 'v@example.test' })).status).toBe(429);
    const [asked] = await mailsTo('v@example.test', 'status-confirmation');
    const path = /\/status\/shop(\/confirm\/[\w.-]+)/.exec(asked?.text ?? '')?.[1] ?? '';
    expect((await get(path)).status).toBe(200);

    const tell = async (title: string) => {
      taken(await createReport(context, { id: pageId, ...createReportInput.parse({ title, body: 'News.' }) }));
      await settle();
      const ids = await takeDuePosts(context.db, Date.now() + DAY, Date.now() + 2 * DAY, 50);
      for (const id of [...ids, ...ids]) await fanOut(adminContext({ now: Date.now() }), id);
    };
    await tell('Before the answer');
    expect(await mailsTo('v@example.test', 'status-update')).toEqual([]);
    expect((await post(path)).status).toBe(200);
    await tell('After it');
    const [mail, ...more] = await mailsTo('v@example.test', 'status-update');
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('After it');

    const leave = mail?.unsubscribeUrl?.replace('http://status.example.com', '') ?? '';
    expect((await post(leave, { 'List-Unsubscribe': 'One-Click' }, false)).status).toBe(200);
    await tell('Too late');
    expect(await mailsTo('v@example.test', 'status-update')).toHaveLength(1);
    expect((await post('/unsubscribe/sub_x.v1.forged')).status).toBe(404);
  });
});

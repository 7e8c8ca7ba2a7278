import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDb } from '../../../db/client';
import { statusDeliveries, statusPosts, statusQuestions, statusSubscribers } from '../../../db/schema';
import { createReportInput, createStatusPageInput } from '../../../domain/status-page/input';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { createReport } from '../../../workers/operations/status-report/create';
import { fanOut } from '../../../workers/operations/status-subscriber/fan-out';
import { askSubscriber } from '../../../workers/queues/ask-subscriber';
import { deliverStatusPost } from '../../../workers/queues/deliver-status';
import { fakeProvider, type Sent } from '../../fakes/http';
import { send } from '../api/support';
import { adminContext, settle, taken } from '../config/support';
import { isVerified } from '../webhook/support';

const db = makeDb(env.DB);
let pageId = '';
let componentIds: string[] = [];

beforeAll(async () => {
  const input = { name: 'Quay', slug: 'quay', components: [{ name: 'Tickets' }, { name: 'Ferries' }] };
  const page = taken(await createStatusPage(adminContext({ now: Date.now() }), createStatusPageInput.parse(input)));
  pageId = page.id;
  componentIds = page.components.map(({ id }) => id);
  await settle();
});
afterEach(async () => {
  await settle();
  vi.restoreAllMocks();
});

const HOOK = 'https://hooks.example.com/in/7';
const SLACK = 'https://hooks.slack.com/services/T0001/B0002/abcDEF123';
const machine = { 'content-type': 'application/json' };
const postJson = (path: string, body: object = {}) =>
  send(`/status/quay${path}`, { method: 'POST', headers: machine, body: JSON.stringify(body) });
const postForm = (path: string, form: string[][]) =>
  send(`/status/quay${path}`, {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1:8787' },
    body: new URLSearchParams(form),
  });
const pathIn = (url: string): string => new URL(url).pathname.replace('/status/quay', '');
const everyone = () => db.select().from(statusSubscribers);

/** The question that waits is carried out, whether or not its queue was faster. */
async function questions(): Promise<void> {
  await settle();
  for (const { id } of await db.select().from(statusQuestions)) await askSubscriber(env, id);
}

/** An update of the first component reaches everybody who wants it. */
async function publish(title: string): Promise<void> {
  const components = [{ componentId: componentIds[0], state: 'DEGRADED' }];
  const input = createReportInput.parse({ title, body: 'We look.', components });
  taken(await createReport(adminContext({ now: Date.now() }), { id: pageId, ...input }));
  await settle();
  for (const { id } of await db.select().from(statusPosts)) await fanOut(adminContext({ now: Date.now() }), id);
  for (const { id } of await db.select().from(statusDeliveries)) await deliverStatusPost(env, id);
}

const sentTo = (sent: Sent[], url: string): Sent[] => sent.filter((one) => one.url === url);

describe('a webhook of a visitor', () => {
  it('is asked first, learns its secret there, hears of its components, and leaves', async () => {
    const receiver = fakeProvider(204);
    const wish = { channel: 'webhook', address: HOOK, componentIds: [componentIds[0]] };
    expect((await postJson('/subscribe', wish)).status).toBe(202);
    await questions();
    const [asked, ...more] = sentTo(receiver.sent(), HOOK);
    expect(more).toEqual([]);
    const { type, data } = JSON.parse(asked?.body ?? '');
    expect(type).toBe('status_subscription.requested');

    await publish('Before the answer');
    expect(sentTo(receiver.sent(), HOOK)).toHaveLength(1);
    const look = await send(`/status/quay${pathIn(data.confirmUrl)}`);
    expect(await look.text()).toContain('<form');
    expect((await everyone())[0]?.confirmedAt).toBeNull();
    const { status, secret } = await (await postJson(pathIn(data.confirmUrl))).json<Record<string, string>>();
    expect(status).toBe('confirmed');
    expect(asked && isVerified(asked, secret ?? '')).toBe(true);

    await publish('After it');
    const told = sentTo(receiver.sent(), HOOK).at(-1);
    expect(told && isVerified(told, secret ?? '')).toBe(true);
    const update = JSON.parse(told?.body ?? '');
    expect(update.data.report.title).toBe('After it');
    const left = await send(`/status/quay${pathIn(update.data.unsubscribeUrl)}`, { method: 'POST' });
    expect(left.status).toBe(200);
    const count = sentTo(receiver.sent(), HOOK).length;
    await publish('Too late');
    expect(sentTo(receiver.sent(), HOOK)).toHaveLength(count);
  });

  it.each([
    'http://hooks.example.com/in',
    'https://127.0.0.1/in',
    'https://[::ffff:10.0.0.1]/in',
    'https://169.254.169.254/latest',
    'https://user@hooks.example.com/in',
    'https://hooks.internal/in',
    'https://hooks.example.com:22/in',
  ])('is never %s', async (address) => {
    const receiver = fakeProvider(204);
    expect((await postJson('/subscribe', { channel: 'webhook', address })).status).toBe(400);
    await questions();
    expect(receiver.sent()).toEqual([]);
  });

  it('that refuses is asked three times and not for days, and a stranger at most every ten minutes', async () => {
    const receiver = fakeProvider(500);
    const address = 'https://stranger.example.com/in';
    expect((await postJson('/subscribe', { channel: 'webhook', address })).status).toBe(202);
    expect((await postJson('/subscribe', { channel: 'webhook', address })).status).toBe(429);
    await settle();
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let i = 0; i < 6; i += 1) {
      await questions();
      vi.setSystemTime(Date.now() + 86_400_000);
    }
    vi.useRealTimers();
    expect(sentTo(receiver.sent(), address)).toHaveLength(3);
  });
});

describe('a Slack channel', () => {
  it('is subscribed by a form without a script, asked in the channel, and leaves by a link of each message', async () => {
    const slack = fakeProvider(200, 'ok');
    const form = [
      ['address', SLACK],
      ['component', componentIds[0] ?? ''],
    ];
    const shown = await (await send('/status/quay/subscribe/slack')).text();
    expect(shown).toContain('type="url"');
    const answer = await postForm('/subscribe/slack?lang=de', form);
    expect(await answer.text()).toContain('Wir haben die Adresse gefragt');
    await questions();
    const asked = sentTo(slack.sent(), SLACK)[0]?.body ?? '';
    const confirm = /<(http[^|>]+\/confirm\/[^|>]+)\|/.exec(asked)?.[1] ?? '';
    expect((await postForm(pathIn(confirm), [])).status).toBe(200);
    await publish('Boats <!channel> late');
    const told = sentTo(slack.sent(), SLACK).at(-1)?.body ?? '';
    expect(told).toContain('Boats &lt;!channel&gt; late');
    const leave = /<(http[^|>]+\/unsubscribe\/[^|>]+)\|/.exec(told)?.[1] ?? '';
    expect((await postForm(pathIn(leave), [])).status).toBe(200);
    expect((await everyone()).filter(({ channel }) => channel === 'slack')).toEqual([]);
  });

  it.each(['https://example.com/services/T1/B1/x', 'https://hooks.slack.com/workflows/T1/A1/1', 'https://slack.com/'])(
    'is no %s, and what was typed stands again',
    async (address) => {
      const form = [
        ['address', address],
        ['component', componentIds[1] ?? ''],
      ];
      const answer = await postForm('/subscribe/slack', form);
      expect(answer.status).toBe(400);
      const html = await answer.text();
      expect(html).toContain(`value="${address}"`);
      expect(html).toContain(`value="${componentIds[1]}" checked`);
      expect(html).toContain('aria-invalid');
    },
  );
});

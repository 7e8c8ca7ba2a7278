import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sendDueDigests } from '../../workers/operations/digest/send';
import { systemContext } from '../../workers/system-context';
import { idle, pass, START, startClock, stopClock } from './support/clock';
import { newWorld, outboxMessages, told, type World } from './support/world';

// START is Monday 04:00 in Berlin, where everybody lives.
const HOUR = 3600;
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NIGHTS = { startTime: '22:00', endTime: '07:00', days: DAYS };
vi.setConfig({ testTimeout: 90_000 });

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 20 * HOUR, users: ['bo'] },
  ]);
});
afterAll(stopClock);

const prefer = async (preferences: object) => {
  const answer = await world.call('PATCH', `/users/${world.people.ana}/notification-preferences`, { ...preferences });
  expect(answer.status).toBe(200);
  await told();
};
const open = async (key: string, severity: string) =>
  (await world.send('trigger', key, { severity })).incident?.id ?? '';
const mailsTo = async (name: string) =>
  (await outboxMessages()).filter(({ recipientName }) => recipientName === name).map(({ subject }) => subject ?? '');
const about = async (name: string, words: string) => (await mailsTo(name)).filter((one) => one.includes(words)).length;
const close = async (ids: string[]) => {
  await world.call('POST', '/incidents/bulk', { verb: 'resolve', ids });
  await idle();
};
const cron = async () => {
  await sendDueDigests(
    systemContext(env, () => undefined),
    100,
  );
  await vi.waitFor(async () => {
    const row = await env.DB.prepare(
      `SELECT count(*) AS n FROM messages WHERE state IN ('PENDING', 'SENDING')`,
    ).first();
    expect(row).toEqual({ n: 0 });
  });
};

it('quiet hours hold back a MEDIUM page until the morning, never a HIGH one, and the timeline says so', async () => {
  await prefer({ quietHours: NIGHTS });
  const quiet = await open('disk', 'warning');
  const loud = await open('db', 'critical');
  expect(await world.incident(quiet)).toMatchObject({ urgency: 'MEDIUM' });
  expect([await about('ana', 'disk is broken'), await about('ana', 'db is broken')]).toEqual([0, 1]);
  expect(await world.timeline(quiet)).toContain('notification-deferred');
  expect(await world.timeline(loud)).not.toContain('notification-deferred');
  await pass(3 * HOUR - 1);
  expect(await about('ana', 'disk is broken')).toBe(0);
  await pass(1);
  expect(Date.now()).toBe(START + 3 * HOUR * 1000);
  expect(await about('ana', 'disk is broken')).toBe(1);
  await close([quiet, loud]);
});

it('a muted service pages the next one at once, but its HIGH pages come through', async () => {
  const until = new Date(Date.now() + HOUR * 1000).toISOString();
  await prefer({ quietHours: null, mutes: [{ serviceId: world.service.id, until }] });
  const muted = await open('cache', 'warning');
  const loud = await open('queue', 'critical');
  expect([await about('ana', 'cache is broken'), await about('bo', 'cache is broken')]).toEqual([0, 1]);
  expect(await about('ana', 'queue is broken')).toBe(1);
  const { data } = (await world.call('GET', `/incidents/${muted}/timeline`)).body as {
    data: { kind: string; detail: { reason?: string } }[];
  };
  expect(data.find(({ kind }) => kind === 'step-empty')?.detail.reason).toContain('has muted this service until');
  await close([muted, loud]);
  await prefer({ mutes: [] });
});

it('a digest tells of LOW pages at its time, each once, with how they stand by then', async () => {
  await prefer({ lowDigest: { every: 'day', at: '12:00' } });
  const first = await open('cert', 'info');
  const second = await open('lint', 'info');
  expect(await about('ana', 'cert is broken')).toBe(0);
  const { data } = (await world.call('GET', `/incidents/${first}/notifications`)).body as {
    data: { state: string; reason: string }[];
  };
  expect(data).toMatchObject([{ state: 'BUNDLED', reason: 'low urgency: told in the digest' }]);
  await close([second]);
  await cron();
  expect(await about('ana', 'low-urgency')).toBe(0);
  await pass(6 * HOUR);
  await cron();
  await cron();
  expect(await mailsTo('ana')).toContain('2 low-urgency incidents, 1 open');
  expect(await about('ana', 'low-urgency')).toBe(1);
  const text = (await outboxMessages()).find(({ subject }) => subject?.includes('low-urgency'))?.text ?? '';
  expect(text).toContain('checkout: cert is broken (open)');
  expect(text).toContain('checkout: lint is broken (resolved)');
  await close([first]);
});

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, outboxMessages, request, type World } from './support/world';

const STORM = 6;
const ALONE = 3;
// It runs a storm through every object: more than a machine that does other things as well gets done in the usual time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
const opened: string[] = [];

beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
  const userId = world.people.ana;
  for (const [kind, value, delayMinutes] of [
    ['slack', 'U0123ANA', 0],
    ['email', 'ana-late@example.test', 2],
  ] as const) {
    const method = await world.create('/contact-methods', { userId, kind, value, verified: true });
    await world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId: method.id, delayMinutes });
  }
});
afterAll(stopClock);
// Nothing is left open, and the address has long forgotten the storm when the next test begins.
afterEach(async () => {
  await world.call('POST', '/incidents/bulk', { verb: 'resolve', ids: opened.splice(0) });
  await idle();
  vi.setSystemTime(Date.now() + 3_600_000);
});

/** So many incidents at once, and their ids. */
async function storm(name: string, count = STORM): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await world.send('trigger', `${name}${n}`)).incident?.id ?? '');
  opened.push(...ids);
  return ids;
}

type Sent = { id: string; state: string; channel: string; reason?: string | null };
const pagesOf = async (id: string) => (await world.call('GET', `/incidents/${id}/notifications`)).body.data as Sent[];
const slackStates = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await pagesOf(id)).find(({ channel }) => channel === 'slack')?.state));
const slackTo = async (name: string) =>
  (await outboxMessages()).filter(({ recipientName, channel }) => recipientName === name && channel === 'slack');
const statuses = (ids: string[]) => Promise.all(ids.map(async (id) => (await world.incident(id)).status));
const linkIn = (text: string) => /\/r\/[\w-]{64}/.exec(text)?.[0] ?? 'none';

it('sends the first pages of a storm at once, tells the rest in one message, and one press acknowledges them all', async () => {
  const ids = await storm('disk');
  expect(await slackStates(ids)).toEqual([...Array(ALONE).fill('SENT'), ...Array(STORM - ALONE).fill('BUNDLED')]);
  const before = (await slackTo('ana')).length;

  await pass(15);
  const sent = await slackTo('ana');
  expect(sent.length).toBe(before + 1);
  const bundle = sent.at(-1)?.text ?? '';
  expect(bundle).toContain('3 more on checkout');
  for (const n of [3, 4, 5]) expect(bundle).toContain(`disk${n} is broken`);
  expect(await world.timeline(ids[5] ?? '')).toContain('notification-bundled');

  const path = linkIn(bundle);
  const page = await (await request(path)).text();
  expect(page).toContain('Acknowledge all 3');
  expect(await statuses(ids)).toEqual(Array(STORM).fill('OPEN'));
  const pressed = await request(path, { method: 'POST', headers: { accept: 'application/json' } });
  expect(await pressed.json()).toMatchObject({ bundle: { acknowledged: 3, total: 3 } });
  expect(await statuses(ids)).toEqual([...Array(ALONE).fill('OPEN'), ...Array(STORM - ALONE).fill('ACKNOWLEDGED')]);
  expect(await (await request(`${path}?done`)).text()).toContain('All 3 are answered');
  const { data } = (await world.call('GET', `/incidents/${ids[4]}/timeline`)).body as {
    data: { kind: string; actor: { name: string }; origin: string }[];
  };
  const [by] = data.filter(({ kind }) => kind === 'acknowledged');
  expect(by).toMatchObject({ actor: { name: 'ana' }, origin: 'slack' });
});

it('loses nothing: a bundled page counts, its later methods and steps go out at their times', async () => {
  const ids = await storm('queue');
  const last = ids.at(-1) ?? '';
  await pass(140);
  expect((await pagesOf(last)).map(({ channel, state }) => `${channel} ${state}`)).toEqual([
    'slack BUNDLED',
    'email SENT',
  ]);
  await pass(200);
  expect(await world.incident(last)).toMatchObject({ status: 'ESCALATED' });
  expect(await world.timeline(last)).toContain('step-fired');
  const mails = (await outboxMessages()).filter(({ recipientName }) => recipientName === 'bo');
  expect(mails.some(({ text }) => text.includes('queue5 is broken'))).toBe(true);
});

it('finds another to bring the bundle when the incident that was to bring it needs nobody any more', async () => {
  const ids = await storm('cache');
  const before = (await slackTo('ana')).length;
  expect((await world.call('POST', `/incidents/${ids[3]}/acknowledge`, {})).status).toBe(200);
  await pass(15);
  expect((await slackTo('ana')).length).toBe(before);
  await pass(12);
  const sent = await slackTo('ana');
  expect(sent.length).toBe(before + 1);
  expect(sent.at(-1)?.text).toContain('2 more on checkout');
  expect(sent.at(-1)?.text).not.toContain('cache3 is broken');
});

it('a page that gathered nothing is an ordinary one', async () => {
  const ids = await storm('node', 4);
  expect((await slackStates(ids)).at(-1)).toBe('BUNDLED');
  await pass(15);
  expect((await slackStates(ids)).at(-1)).toBe('SENT');
  const text = (await slackTo('ana')).at(-1)?.text ?? '';
  expect(text).toContain('node3 is broken');
  expect(text).not.toContain('more on');
});

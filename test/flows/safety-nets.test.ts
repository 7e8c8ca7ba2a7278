import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHANNELS, QUEUE_OF } from '../../domain/notification/channels';
import { sweep } from '../../workers/cron/sweep';
import { switchFaults } from '../../workers/faults';
import { bindingOf } from '../../workers/queues/messages';
import { systemContext } from '../../workers/system-context';
import { idle, startClock, stopClock, tolerate } from './support/clock';
import { figures } from './support/figures';
import { inboxStub, incidentStub, within } from './support/object';
import { consume } from './support/queue';
import { newWorld, outboxMessages, told, type World } from './support/world';

// Each net is tried twice over the same fault: with it the page comes in time, and without it never, or too late.

vi.setConfig({ testTimeout: 90_000 });
const STEP_SECONDS = 30;
const STEP_MS = STEP_SECONDS * 1000;
const LONG_ENOUGH_MS = 600_000;

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: STEP_SECONDS, users: ['bo'] },
  ]);
  const userId = world.people.ana;
  const { data } = (await world.call('GET', `/contact-methods?userId=${userId}`)).body as { data: { id: string }[] };
  const sms = await world.create('/contact-methods', { userId, kind: 'sms', value: '+4930123456', verified: true });
  for (const [contactMethodId, delayMinutes] of [
    [data[0]?.id, 0],
    [sms.id, 60],
  ])
    await world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId, delayMinutes });
  await told();
  // The first sweep of a process looks ahead; this is about the ones after it.
  await sweep(systemContext(env, () => undefined));
});
afterAll(stopClock);
/** Nothing of one incident may be taken for a page of the next. */
async function endAll(): Promise<void> {
  switchFaults({ d1: null, queue: 0 });
  tolerate({ messages: 1_000, projection: true });
  const { data } = (await world.call('GET', '/incidents?limit=100')).body as { data: { id: string; status: string }[] };
  const ids = data.filter(({ status }) => status !== 'RESOLVED').map(({ id }) => id);
  if (ids.length > 0) await world.call('POST', '/incidents/bulk', { verb: 'resolve', ids });
  vi.setSystemTime(Date.now() + 3_600_000);
  tolerate({});
}
afterEach(endAll);

let opened = 0;
async function openOne(): Promise<string> {
  opened += 1;
  return (await world.send('trigger', `net-${opened}`)).incident?.id ?? '';
}

/** Milliseconds until somebody was first sent a page of the newest incident; null when nothing came. */
async function waited(since: number, name: string, channel: string): Promise<number | null> {
  const all = await outboxMessages();
  const found = all.find(
    (one) => one.recipientName === name && one.channel === channel && one.text.includes(`net-${opened} `),
  );
  return found ? found.at - since : null;
}

function report(net: string, withNet: number | null, without: number | null): void {
  const said = (ms: number | null) => (ms === null ? 'nothing' : `${ms / 1000} s`);
  figures('net', { [net]: `with ${said(withNet)}, without ${said(without)}` });
}

async function bothWays(fault: (hasNet: boolean) => Promise<number | null>): Promise<[number | null, number | null]> {
  const withNet = await fault(true);
  await endAll();
  return [withNet, await fault(false)];
}

/** One leap of the clock, and one wake of the incident's object: what waited in between is done at its end. */
async function leap(id: string, seconds: number): Promise<void> {
  vi.setSystemTime(Date.now() + seconds * 1000);
  await (incidentStub(id) as unknown as { poke: () => Promise<void> }).poke();
  await idle();
}

const sweepEachMinute = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    vi.setSystemTime(Date.now() + 60_000);
    await sweep(systemContext(env, () => undefined));
    await idle();
  }
};

describe('a net that a page hangs on', () => {
  it('the sweep: without it a lost alarm is never made up for', async () => {
    const [withNet, without] = await bothWays(async (hasNet) => {
      const id = await openOne();
      const since = Date.now();
      await within(incidentStub(id), (_object, { storage }) => storage.deleteAlarm());
      if (hasNet) await sweepEachMinute(4);
      else vi.setSystemTime(since + LONG_ENOUGH_MS);
      return waited(since, 'bo', 'email');
    });
    report('sweep', withNet, without);
    expect(withNet).toBeLessThanOrEqual(STEP_MS + 150_000);
    expect(without).toBeNull();
  });

  it('the rotation of inboxes: without it what an inbox has accepted stays where it is', async () => {
    const [withNet, without] = await bothWays(async (hasNet) => {
      const stub = inboxStub(world.events.key);
      // The object dies right after its write, and its alarm with it.
      const drain = await within(stub, (object) => {
        const { drain: kept } = object;
        object.drain = async () => undefined;
        return kept;
      });
      tolerate({ messages: 1 });
      await openOne();
      const since = Date.now();
      await within(stub, async (object, { storage }) => {
        object.drain = drain;
        await storage.deleteAlarm();
      });
      if (hasNet) await sweepEachMinute(5);
      else vi.setSystemTime(since + LONG_ENOUGH_MS);
      const came = await waited(since, 'ana', 'email');
      await (stub as unknown as { poke: () => Promise<void> }).poke();
      tolerate({});
      await idle();
      return came;
    });
    report('rotation of inboxes', withNet, without);
    expect(withNet).toBeLessThanOrEqual(5 * 60_000);
    expect(without).toBeNull();
  });

  it('the look after 30 seconds: without it a message that a queue has lost is never sent again', async () => {
    const [withNet, without] = await bothWays(async (hasNet) => {
      const id = await openOne();
      const since = Date.now() + STEP_MS;
      const kept = await within(incidentStub(id), (object) => {
        const lost = { send: async () => undefined };
        const { env: whole } = object;
        object.env = { ...whole, ...Object.fromEntries(CHANNELS.map((one) => [bindingOf(QUEUE_OF[one]), lost])) };
        return () => {
          object.env = whole;
        };
      });
      tolerate({ messages: 1 });
      await leap(id, STEP_SECONDS);
      if (!hasNet)
        await within(incidentStub(id), (object, { storage }) => {
          storage.sql.exec(`DELETE FROM timers WHERE id LIKE 'unsettled:%'`);
          const timers = object.current?.state.timers ?? {};
          for (const [name, { kind }] of Object.entries(timers)) if (kind === 'unsettled') delete timers[name];
        });
      await leap(id, hasNet ? 30 : LONG_ENOUGH_MS / 1000);
      // From here on its queues lose nothing any more.
      await within(incidentStub(id), kept);
      return waited(since, 'bo', 'email');
    });
    report('look after 30 s', withNet, without);
    expect(withNet).toBeLessThanOrEqual(35_000);
    expect(without).toBeNull();
  });

  it('sending directly: without it nothing goes out while the queues are down', async () => {
    const [withNet, without] = await bothWays(async (hasNet) => {
      switchFaults({ d1: null, queue: 100 });
      tolerate({ messages: 10 });
      const since = Date.now();
      const id = await openOne();
      if (!hasNet)
        await within(incidentStub(id), (object) => {
          const store = object.store.bind(object);
          object.store = (result, now) =>
            store({ ...result, effects: result.effects.filter(({ kind }) => kind !== 'send-directly') }, now);
        });
      await leap(id, hasNet ? 30 : LONG_ENOUGH_MS / 1000);
      return waited(since, 'ana', 'email');
    });
    report('sending directly', withNet, without);
    expect(withNet).toBe(30_000);
    expect(without).toBeNull();
  });

  it('the last known plan: without it no step fires while D1 is down', async () => {
    const [withNet, without] = await bothWays(async (hasNet) => {
      const id = await openOne();
      const since = Date.now();
      switchFaults({ d1: 'fail', queue: 0 });
      tolerate({ projection: true });
      if (!hasNet)
        await within(incidentStub(id), (object) => {
          object.refreshPlanBeforeStep = () => Promise.reject(new Error('D1_ERROR: the plan is nowhere else'));
        });
      await leap(id, hasNet ? STEP_SECONDS : LONG_ENOUGH_MS / 1000);
      return waited(since, 'bo', 'email');
    });
    report('last known plan', withNet, without);
    expect(withNet).toBe(STEP_MS);
    expect(without).toBeNull();
  });

  it('dead letters: without them the next method waits for the look after 30 seconds', async () => {
    const [withNet, without] = await bothWays(async (hasNet) => {
      switchFaults({ d1: null, queue: 100 });
      tolerate({ messages: 10 });
      const since = Date.now();
      const incidentId = await openOne();
      switchFaults({ d1: null, queue: 0 });
      tolerate({ messages: 1 });
      const { data } = (await world.call('GET', `/incidents/${incidentId}/notifications`)).body as {
        data: { id: string }[];
      };
      const letter = { kind: 'notification', incidentId, notificationId: data[0]?.id, channel: 'email' };
      if (hasNet) await consume('opsknight-email-dead', [letter]);
      else
        await within(incidentStub(incidentId), (_object, { storage }) => {
          storage.sql.exec(`UPDATE effects SET due_at = ? WHERE effect ->> 'kind' = 'enqueue'`, since + 3_600_000);
        });
      await idle();
      await leap(incidentId, 30);
      return waited(since, 'ana', 'sms');
    });
    report('dead letters', withNet, without);
    expect(withNet).toBe(0);
    expect(without).toBe(30_000);
  });
});

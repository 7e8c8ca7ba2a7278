import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handoff } from '../../workers/cron/handoff';
import { systemContext } from '../../workers/system-context';
import { START, startClock, stopClock } from './support/clock';
import { newWorld } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

const HOUR = 3_600_000;
const MINUTE = 60_000;
const left: Promise<unknown>[] = [];

/** What the cron does at an instant. */
async function cronAt(at: number): Promise<void> {
  vi.setSystemTime(at);
  await handoff(systemContext(env, (work) => left.push(work)));
  await Promise.all(left.splice(0));
}

/** The cron of every minute, from one instant to another. */
async function everyMinute(from: number, to: number): Promise<void> {
  for (let at = from; at <= to; at += MINUTE) await cronAt(at);
}

type Told = { recipient_name: string; kind: string; subject: string; state: string };

async function told(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT recipient_name, kind, subject, state FROM messages
      WHERE kind IN ('shift-notice', 'shifts-changed', 'cover-asked', 'cover-waiting', 'cover-taken', 'cover-ended') ORDER BY rowid`,
  ).all<Told>();
  return results.map(({ recipient_name, kind, subject, state }) =>
    [
      recipient_name,
      kind === 'shift-notice' ? subject.split(',')[0] : kind,
      ...(state === 'CANCELLED' ? ['not sent'] : []),
    ].join(': '),
  );
}

const clear = () => env.DB.prepare('DELETE FROM messages').run();

const layerOf = (users: string[], handoffAt = '09:00') => ({
  name: 'Primary',
  priority: 1,
  start: '2031-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: `2030-12-30T${handoffAt}`, handoff: handoffAt },
  users,
  restrictions: [],
});

/** Monday 6 January 2031, 09:00: Bo takes over from Ana; a week later Cy does. */
const MONDAY = START + 6 * HOUR;

async function schedule(name: string) {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana', 'bo', 'cy', 'dee'] }]);
  const { ana = '', bo = '', cy = '', dee = '' } = world.people;
  const layers = [layerOf([ana, bo, cy])];
  const { id } = await world.create('/schedules', { name, timezone: 'UTC', layers });
  return { world, id, ana, bo, cy, dee };
}

it('tells of hand-offs, of changes and of covers, each person what concerns them, once', async () => {
  const { world, id, ana, bo, cy } = await schedule('Payments');

  // The first look only remembers who is on call.
  await cronAt(START + 3 * MINUTE);
  expect(await told()).toEqual([]);

  // An hour before, and at the start: once each, however often the cron runs.
  await everyMinute(MONDAY - HOUR - 2 * MINUTE, MONDAY - HOUR + 5 * MINUTE);
  expect(await told()).toEqual(['bo: On call soon: Payments']);
  await everyMinute(MONDAY - 2 * MINUTE, MONDAY + 5 * MINUTE);
  await cronAt(MONDAY + 5 * MINUTE);
  expect(await told()).toEqual(['bo: On call soon: Payments', 'bo: On call now: Payments']);

  // A day before the next one, which Cy has switched off; an hour before, Cy is told.
  await world.call('PATCH', `/users/${cy}/shift-notices`, { day: false });
  await clear();
  const next = MONDAY + 7 * 24 * HOUR;
  await everyMinute(next - 24 * HOUR - MINUTE, next - 24 * HOUR + 3 * MINUTE);
  expect(await told()).toEqual([]);
  await everyMinute(next - HOUR - MINUTE, next - HOUR + MINUTE);
  expect(await told()).toEqual(['cy: On call soon: Payments']);

  // The cron stands still over the start and a day before the one after: what is true is sent, the rest is not.
  await clear();
  await world.call('PATCH', `/users/${cy}/shift-notices`, { day: true });
  await cronAt(next + HOUR);
  expect(await told()).toEqual(['cy: On call now: Payments']);
  await clear();
  const after = next + 7 * 24 * HOUR;
  await cronAt(after - 30 * MINUTE);
  expect(await told()).toEqual(['ana: On call soon: Payments: not sent', 'ana: On call soon: Payments']);
  await clear();

  // Hand-offs an hour later: everybody's shifts change, but only once it has been left alone for two minutes.
  await cronAt(after + MINUTE);
  await clear();
  const layers = [layerOf([ana, bo, cy], '10:00')];
  const edited = await world.call('PATCH', `/schedules/${id}`, { layers, keepCurrent: false });
  expect(edited.status).toBe(200);
  await cronAt(after + 2 * MINUTE);
  expect(await told()).toEqual([]);
  await everyMinute(after + 4 * MINUTE, after + 8 * MINUTE);
  expect((await told()).filter((one) => one.includes('shifts-changed')).toSorted()).toEqual([
    'ana: shifts-changed',
    'bo: shifts-changed',
    'cy: shifts-changed',
  ]);
  await clear();

  // An override concerns the two whom it names, and nobody else.
  const at = (ms: number) => new Date(ms).toISOString();
  const spanOf = (from: number) => ({ start: at(from), end: at(from + 2 * HOUR) });
  const onCall = async (when: number) => {
    const { body } = await world.call('GET', `/oncall?schedule=${id}&at=${at(when)}`);
    return (body.users as { id: string }[]).map((user) => user.id);
  };
  const soon = after + 48 * HOUR;
  const [who = ''] = await onCall(soon);
  const [other = '', third = ''] = [ana, bo, cy].filter((one) => one !== who);
  await world.create(`/schedules/${id}/overrides`, { userId: other, ...spanOf(soon) });
  await everyMinute(after + 10 * MINUTE, after + 13 * MINUTE);
  const nameOf = (userId: string) => Object.entries(world.people).find(([, one]) => one === userId)?.[0];
  expect((await told()).toSorted()).toEqual([who, other].map((one) => `${nameOf(one)}: shifts-changed`).toSorted());
  await clear();

  // A cover that nobody takes is reminded of a day before, once; it ends with the shift's start, and whoever asked
  // hears of both.
  const asked = await world.create(`/schedules/${id}/cover-requests`, { userId: who, ...spanOf(soon + 4 * HOUR) });
  expect((await told()).toSorted()).toEqual([other, third].map((one) => `${nameOf(one)}: cover-asked`).toSorted());
  await clear();
  await everyMinute(soon - 20 * HOUR - MINUTE, soon - 20 * HOUR + 3 * MINUTE);
  expect((await told()).filter((one) => one.includes('cover')).toSorted()).toEqual(
    [...[other, third].map((one) => `${nameOf(one)}: cover-asked`), `${nameOf(who)}: cover-waiting`].toSorted(),
  );
  await clear();
  await everyMinute(soon + 4 * HOUR - MINUTE, soon + 4 * HOUR + 2 * MINUTE);
  expect((await told()).filter((one) => one.includes('cover'))).toEqual([`${nameOf(who)}: cover-ended`]);
  const { body } = await world.call('GET', `/cover-requests/${asked.id}`);
  expect(body.state).toBe('EXPIRED');
  await clear();

  // One that is handed over is told as such, and not a second time as a change of shifts.
  const later = soon + 8 * HOUR;
  const agreed = { userId: who, ...spanOf(later), offeredTo: [third], agreed: true };
  await world.create(`/schedules/${id}/cover-requests`, agreed);
  expect(await onCall(later)).toEqual([third]);
  await everyMinute(soon + 5 * HOUR, soon + 5 * HOUR + 4 * MINUTE);
  expect((await told()).toSorted()).toEqual([who, third].map((one) => `${nameOf(one)}: cover-taken`).toSorted());
});

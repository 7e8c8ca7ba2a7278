import { afterAll, beforeAll, expect, it } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
});
afterAll(stopClock);

async function opened(key: string): Promise<string> {
  const { incident } = await world.send('trigger', key);
  if (!incident) throw new Error(`${key} opened nothing`);
  return incident.id;
}
const act = async (id: string, verb: string, body: Record<string, unknown> = {}) => {
  const answer = await world.call('POST', `/incidents/${id}/${verb}`, body);
  await idle();
  return answer;
};
const pagesOf = async (id: string) =>
  ((await world.call('GET', `/incidents/${id}/notifications`)).body.data as { intent: string }[]).filter(
    ({ intent }) => intent === 'page',
  ).length;
const alertsOf = async (id: string) =>
  (await world.incident(id)).alerts.map(({ dedupKey, count, status }) => `${dedupKey} ${count} ${status}`);

it('a merged incident pages no more, repeats of its key land in the other, and taking it back out undoes all of it', async () => {
  const [disk, queue] = [await opened('disk'), await opened('queue')];
  const merged = await act(disk, 'merge', { into: queue });
  expect(merged).toMatchObject({ status: 200, body: { status: 'RESOLVED', mergedInto: { id: queue }, changed: true } });
  expect(await world.timeline(queue)).toContain('incident-merged');
  expect((await world.incident(queue)).merged).toMatchObject([{ id: disk }]);

  const repeat = await world.send('trigger', 'disk');
  expect(repeat.incident?.id).toBe(queue);
  await pass(400);
  expect(await alertsOf(queue)).toEqual(['queue 1 OPEN', 'disk 2 OPEN']);
  expect(await pagesOf(disk)).toBe(1);
  expect(await pagesOf(queue)).toBe(2);
  expect(await act(disk, 'acknowledge')).toMatchObject({ status: 409 });

  expect(await act(disk, 'unmerge')).toMatchObject({ status: 200, body: { status: 'OPEN', mergedInto: null } });
  expect(await alertsOf(disk)).toEqual(['disk 2 OPEN']);
  expect(await alertsOf(queue)).toEqual(['queue 1 OPEN']);
  expect(await pagesOf(disk)).toBe(2);
  expect((await world.send('resolve', 'disk')).incident?.id).toBe(disk);
  expect(await world.incident(disk)).toMatchObject({ status: 'RESOLVED' });
  expect(await world.incident(queue)).toMatchObject({ status: 'ESCALATED' });
  await act(queue, 'resolve');
  expect((await world.send('trigger', 'disk')).incident?.id).not.toBe(disk);
});

it('what is merged resolves with the other, and its key opens the next incident afterwards', async () => {
  const [one, other] = [await opened('cache'), await opened('search')];
  await act(one, 'merge', { into: other });
  await world.send('resolve', 'search');
  expect(await world.incident(other)).toMatchObject({ status: 'OPEN' });
  await world.send('resolve', 'cache');
  expect(await world.incident(other)).toMatchObject({ status: 'RESOLVED' });
  const next = await opened('cache');
  expect([one, other]).not.toContain(next);
});

it('refuses what makes no sense, and merges several at once', async () => {
  const [one, other, third] = [await opened('a'), await opened('b'), await opened('c')];
  expect(await act(one, 'merge', { into: one })).toMatchObject({ status: 409 });
  expect(await act(one, 'merge', { into: 'inc_000000000000000000000000' })).toMatchObject({ status: 404 });
  expect(await act(one, 'unmerge')).toMatchObject({ status: 409 });
  const bulk = await world.call('POST', '/incidents/bulk', { verb: 'merge', ids: [one, other], into: third });
  await idle();
  expect((bulk.body.data as { ok: boolean }[]).map(({ ok }) => ok)).toEqual([true, true]);
  expect(await act(await opened('d'), 'merge', { into: one })).toMatchObject({
    status: 409,
    body: { mergedInto: { id: third } },
  });
  expect(await alertsOf(third)).toEqual(expect.arrayContaining(['a 1 OPEN', 'b 1 OPEN', 'c 1 OPEN']));
  await act(third, 'resolve');
  expect(await act(one, 'unmerge')).toMatchObject({ status: 200, body: { status: 'RESOLVED', mergedInto: null } });
});

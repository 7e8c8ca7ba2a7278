import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeDb } from '../../db/client';
import { runBatch } from '../../db/repositories/batch';
import { insertWatcherNews } from '../../db/repositories/watchers';
import { announcement } from '../../domain/webhook/render/testing/events';
import { tellOverdueNews } from '../../workers/operations/watcher/tell';
import { systemContext } from '../../workers/system-context';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, outboxMessages, type World } from './support/world';

let world: World;
const ids: Record<string, string> = {};

beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  for (const name of ['fay', 'sam', 'eve']) {
    const user = { name, email: `${name}@example.test`, role: 'OBSERVER', timezone: 'UTC' };
    ids[name] = (await world.create('/users', { ...user, password: 'a long enough password' })).id;
  }
  const watchers = [
    { userId: ids.sam, role: 'STAKEHOLDER' },
    { userId: ids.eve, role: 'EXEC' },
  ];
  await world.call('PATCH', `/services/${world.service.id}/watchers`, { watchers });
}, 60_000);
afterAll(stopClock);

const heard = async (name: string): Promise<string[]> =>
  (await outboxMessages())
    .filter(({ to, subject }) => to === `${name}@example.test` && subject?.startsWith('#'))
    .map(({ subject }) => subject?.split(':')[0]?.replace(/^#\d+ /, '') ?? '');
const eventually = (name: string, lines: string[]) =>
  vi.waitFor(async () => expect(await heard(name)).toEqual(lines), { timeout: 5_000 });

it('tells each watcher what their role hears, once, by mail', async () => {
  const { incident } = await world.send('trigger', 'disk');
  const id = incident?.id ?? '';
  await eventually('sam', ['opened by events']);
  await eventually('eve', ['opened by events']);
  await world.call('POST', `/incidents/${id}/watchers`, { userId: ids.fay, role: 'FOLLOWER' });
  await world.call('POST', `/incidents/${id}/notes`, { body: 'It is the disk.' });
  await eventually('fay', ['note by Flow tests']);
  await world.call('POST', `/incidents/${id}/acknowledge`);
  await eventually('sam', ['opened by events', 'acknowledged by Flow tests']);
  await world.call('DELETE', `/incidents/${id}/watchers/${ids.sam}`);
  await world.call('POST', `/incidents/${id}/resolve`, { note: 'Cleaned up' });
  await eventually('fay', ['note by Flow tests', 'acknowledged by Flow tests', 'resolved by Flow tests']);
  await eventually('eve', ['opened by events', 'resolved by Flow tests']);
  expect(await heard('sam')).toHaveLength(2);
  const log = (await world.call('GET', `/notifications?userId=${ids.fay}`)).body.data as { kind: string }[];
  expect(log.length).toBe(3);
});

it('tells of what its queue has lost with the next sweep, and never twice', async () => {
  const context = systemContext(env, (work) => void work);
  const { incident } = await world.send('trigger', 'queue');
  const id = incident?.id ?? '';
  await world.call('POST', `/incidents/${id}/watchers`, { userId: ids.fay });
  await idle();
  const before = (await heard('fay')).length;
  const event = announcement('snoozed', { id: 'ann_lost', incident: { id } });
  for (let again = 0; again < 2; again += 1) {
    await runBatch(makeDb(env.DB), [insertWatcherNews(makeDb(env.DB), { id: 'ann_lost', event, paged: [] }, 1)]);
    await tellOverdueNews(context, 10);
  }
  await vi.waitFor(async () => expect(await heard('fay')).toHaveLength(before + 1), { timeout: 5_000 });
});

it('tells whoever is named in a note, and nobody else', async () => {
  const { incident } = await world.send('trigger', 'cpu');
  await world.call('POST', `/incidents/${incident?.id}/notes`, { body: '@ana can you look? root@example.test' });
  const mentions = async () =>
    (await outboxMessages()).filter(({ subject }) => subject?.includes('mentioned you')).map(({ to }) => to);
  await vi.waitFor(async () => expect(await mentions()).toEqual(['ana@example.test']), { timeout: 5_000 });
});

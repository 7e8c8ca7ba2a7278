import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

it('a trigger that crosses a resolve opens the next incident, because the incident and not the inbox knows that it is over', async () => {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const first = (await world.send('trigger', 'disk')).incident?.id ?? '';
  await world.call('POST', `/incidents/${first}/resolve`, {});
  await idle();
  // As if word of the resolve were still on its way to the inbox.
  const inbox = env.INBOX.get(env.INBOX.idFromName(world.events.key.slice(0, 10))) as unknown as DurableObjectStub;
  await runInDurableObject(inbox, (_object, { storage }) => {
    storage.sql.exec('UPDATE keys SET open = 1, closed_at = NULL');
  });
  const crossed = await world.send('trigger', 'disk', { severity: 'critical' });
  expect(crossed.incident?.id).toBe(first);
  const poked = inbox as unknown as { poke: () => Promise<void> };
  await poked.poke();
  await idle();
  expect(await world.incident(first)).toMatchObject({ status: 'RESOLVED' });
  const { data } = (await world.call('GET', '/incidents')).body as { data: { id: string; status: string }[] };
  expect(data).toHaveLength(2);
  const next = data.find(({ id }) => id !== first);
  expect(next).toMatchObject({ status: 'OPEN' });
  expect((await world.send('trigger', 'disk')).incident?.id).toBe(next?.id);
});

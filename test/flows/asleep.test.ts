import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { DAY, HOUR } from '../../domain/shared/time';
import type { LimitsDO } from '../../workers/durable/limits-do';
import { phonePort } from '../../workers/durable/stubs';
import type { Env } from '../../workers/env';
import { livingObjects } from '../living-objects';
import { idle, pass, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, request, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);

const KINDS = ['INBOX', 'INCIDENT', 'PERSON', 'PHONE', 'LIMITS', 'OUTBOX'] as const;
type Waking = { kind: (typeof KINDS)[number]; stub: DurableObjectStub; at: number };

async function waking(): Promise<Waking[]> {
  const found: Waking[] = [];
  for (const kind of KINDS) {
    for (const stub of livingObjects(kind)) {
      const at = await runInDurableObject(stub, (_object, { storage }) => storage.getAlarm());
      if (at !== null) found.push({ kind, stub, at });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

it('when everything is over every object is left alone: none wakes again and again for good', async () => {
  const sms = { userId: world.people.ana, kind: 'sms', value: '+4930123456', verified: true };
  await world.create('/contact-methods', sms);
  await told();
  const { incident } = await world.send('trigger', 'db');
  const id = incident?.id ?? '';
  await world.send('trigger', 'db');
  await pass(30);
  await world.call('POST', `/incidents/${id}/acknowledge`);
  await world.send('resolve', 'db');
  const number = '+4930123456';
  const phone = phonePort(env as unknown as Env, 'sms', number);
  await phone.codeFor({ number, incidentId: id, notificationId: 'ntf_1', expiresAt: Date.now() + DAY });
  const limits = env.LIMITS.get(env.LIMITS.idFromName('somebody')) as unknown as DurableObjectStub<LimitsDO>;
  await limits.attempt('account');
  expect((await request('/api/integrations/events/unknownkey0000000000000000000000', { method: 'POST' })).status).toBe(
    401,
  );
  await idle();

  const woke: Record<string, number> = {};
  const last = Date.now() + 2 * DAY;
  let times = 0;
  for (let [next] = await waking(); next && times < 200; [next] = await waking()) {
    times += 1;
    woke[next.kind] = (woke[next.kind] ?? 0) + 1;
    vi.setSystemTime(Math.max(Date.now(), next.at));
    await runDurableObjectAlarm(next.stub);
    await idle();
  }
  figures('asleep', {
    ...woke,
    'still waking': (await waking()).length,
    'after h': Math.round((Date.now() - last + 2 * DAY) / HOUR),
  });
  expect(await waking()).toEqual([]);
  expect(times).toBeLessThan(50);
  expect(Object.keys(woke)).toEqual(expect.arrayContaining(['PERSON', 'PHONE', 'LIMITS']));
});

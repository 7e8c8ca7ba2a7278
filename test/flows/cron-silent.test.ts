import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE } from '../../domain/shared/time';
import { pass, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, outboxMessages } from './support/world';

beforeAll(startClock);
afterAll(stopClock);

const STEPS = 6;
const STEP_SECONDS = 300;

it('F17: while the cron is silent for half an hour, alarms alone keep paging to the second', async () => {
  const names = Array.from({ length: STEPS }, (_, i) => `person${i}`);
  const world = await newWorld(names.map((name, i) => ({ delaySeconds: i === 0 ? 0 : STEP_SECONDS, users: [name] })));
  const began = Date.now();
  await world.send('trigger', 'db');
  await pass(30 * 60 - 1);
  const messages = await outboxMessages();
  const lateness = names.map((name, i) => {
    const at = messages.find(({ recipientName }) => recipientName === name)?.at ?? Number.NaN;
    return at - began - i * STEP_SECONDS * 1000;
  });
  figures('F17', { minutes: 30, sweeps: 0, pages: messages.length, 'most ms late': Math.max(...lateness) });
  expect(lateness).toEqual(names.map(() => 0));
  expect(Date.now() - began).toBeLessThan(30 * MINUTE);
});

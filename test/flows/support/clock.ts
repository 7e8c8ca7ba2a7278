import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { vi } from 'vitest';
import type { Instant } from '../../../domain/shared/time';
import { livingObjects } from '../../living-objects';

/**
 * The clock of flow tests stands until it is moved. It stands in 2031, so that no alarm goes off by itself: the
 * runtime's own clock is behind it.
 */
export const START: Instant = Date.UTC(2031, 0, 6, 3, 0, 0);

export function startClock(): void {
  tolerate({});
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
}

export function stopClock(): void {
  vi.useRealTimers();
}

type Alarmed = { stub: DurableObjectStub; at: Instant };

async function alarms(): Promise<Alarmed[]> {
  const found: Alarmed[] = [];
  for (const name of ['INBOX', 'INCIDENT', 'PERSON'] as const) {
    for (const stub of livingObjects(name)) {
      const at = await runInDurableObject(stub, (_object, state) => state.storage.getAlarm());
      if (at !== null) found.push({ stub, at });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** What a test with faults expects to stay undone: messages on a dead queue, projections while D1 is down. */
let tolerated = { messages: 0, projection: false };
export function tolerate(undone: Partial<typeof tolerated>): void {
  tolerated = { messages: 0, projection: false, ...undone };
}

/** What an incident has still to do right now: effects, messages that are on a queue, its projection. */
async function busyIncidents(): Promise<number> {
  let busy = 0;
  for (const stub of livingObjects('INCIDENT')) {
    busy += await runInDurableObject(stub, (_object, { storage: { sql } }) => {
      const count = (query: string, ...rest: number[]) => sql.exec<{ n: number }>(query, ...rest).one().n;
      const effects = count('SELECT count(*) AS n FROM effects WHERE due_at <= ?', Date.now());
      const unsettled = count(
        `SELECT count(*) AS n FROM notifications WHERE notification ->> 'state' IN ('PENDING', 'SENDING')`,
      );
      const behind = count(`SELECT count(*) AS n FROM incident WHERE state ->> 'seq' > projected_seq`);
      return effects + unsettled + (tolerated.projection ? 0 : behind);
    });
  }
  return busy;
}

async function busyInboxes(): Promise<number> {
  let busy = 0;
  for (const stub of livingObjects('INBOX')) {
    busy += await runInDurableObject(
      stub,
      (_object, state) =>
        state.storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM outbox WHERE due_at <= ?', Date.now()).one().n,
    );
  }
  return busy;
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 2));

/** Waits until queues and outboxes have nothing left to do at this instant of the moved clock. Real time, no sleep. */
export async function idle(): Promise<void> {
  let busy = 0;
  for (let turn = 0; turn < 1000; turn += 1) {
    busy = (await busyInboxes()) + (await busyIncidents());
    if (busy <= tolerated.messages) return;
    await nextTurn();
  }
  throw new Error(`${busy} things still under way`);
}

/** Moves the clock on, and lets every alarm on the way go off at its own time. */
export async function pass(seconds: number): Promise<void> {
  await idle();
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const [next] = (await alarms()).filter(({ at }) => at <= until);
    if (!next) break;
    if (next.at > Date.now()) vi.setSystemTime(next.at);
    await runDurableObjectAlarm(next.stub);
    await idle();
  }
  vi.setSystemTime(until);
}

import type { InboxIntegration } from '../../../domain/integration/settings';
import type { AcceptedEvent } from '../ports';
import { acceptCall, type InboxBatch, makeUrgent, writeBatch } from './accept';
import { keepCalls } from './keep-calls';
import type { News } from './news';
import { endSilence } from './silence';
import { SYSTEM, told, type Waiting } from './waiting';

/** Decides and writes everything that waits in one transaction; what each sender is told. Throws what the storage throws. */
export function commitCalls(
  storage: DurableObjectStorage,
  batch: InboxBatch,
  waiting: readonly Waiting[],
  integration: InboxIntegration | null,
  news: News,
): AcceptedEvent[][] {
  const actor = integration ? { kind: 'integration' as const, id: integration.id, name: integration.name } : SYSTEM;
  return storage.transactionSync(() => {
    const accepted = waiting.map(({ routes }, index) => acceptCall(batch, routes, actor, index));
    if (integration) endSilence(batch, waiting, integration);
    writeBatch(batch);
    keepCalls(batch.sql, news, waiting, accepted, batch.now);
    return accepted.map((events) => events.map(told));
  });
}

/** Hands the kept repeats on: into the outbox, and counted on their keys. Answers how many. */
export function foldRepeats(storage: DurableObjectStorage, batch: InboxBatch): number {
  return storage.transactionSync(() => {
    makeUrgent(batch);
    const folded = [...batch.repeats.values()].reduce((sum, { signal }) => sum + signal.count, 0);
    writeBatch(batch);
    return folded;
  });
}

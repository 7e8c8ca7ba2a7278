import { type Failure, HTTP_STATUS } from '../../../domain/shared/errors';
import { err } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { DecidedEvent, InboundCall } from '../ports';
import { type EventTrace, journalEntry, writeJournal } from './journal';
import type { News } from './news';
import { rememberSeen } from './seen';
import type { Waiting } from './waiting';

/** What is kept of accepted calls: their signatures, against replays, and what is worth showing of the events. */
export function keepCalls(
  sql: SqlStorage,
  news: News,
  waiting: readonly Waiting[],
  accepted: readonly DecidedEvent[][],
  now: Instant,
): void {
  for (const [index, { call, body, routes, trace, replayKey }] of waiting.entries()) {
    const results = accepted[index] ?? [];
    if (replayKey !== null) rememberSeen(sql, replayKey, now);
    if (routes.length > 0 && routes.every(({ outcome }) => outcome === 'drop')) continue;
    if (!news.take(results, now)) continue;
    writeJournal(sql, journalEntry(call, body, now, { status: 202, reason: null, results, trace }));
  }
}

/** A call that was turned away with the right key is kept too, so that whoever set the tool up sees why. */
export function keepRefused(
  sql: SqlStorage,
  call: InboundCall,
  body: string,
  reason: Failure,
  trace: EventTrace | null = null,
) {
  const outcome = { status: HTTP_STATUS[reason.code], reason: reason.message, results: [], trace };
  writeJournal(sql, journalEntry(call, body, Date.now(), outcome));
  return err(reason);
}

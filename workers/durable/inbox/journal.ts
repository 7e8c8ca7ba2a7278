import type { Instant } from '../../../domain/shared/time';
import type { DecidedEvent, InboundCall } from '../ports';

/** How many events an inbox keeps to show, and how much of each body. */
const KEPT_EVENTS = 200;
export const KEPT_BODY = 64 * 1024;

const SECRET_HEADERS = new Set([
  ...['authorization', 'cookie', 'x-integration-key', 'x-api-key', 'x-routing-key', 'proxy-authorization'],
  ...['x-gitlab-token', 'cf-webhook-auth', 'x-honeycomb-webhook-token'],
]);

/** What of a call, besides headers and body, decides how it is read; for replay. */
export type KeptRequest = { type: string; method: string; query: Record<string, string>; rest: string[] };

/** How an event came in: what its key and signature were, and which event it repeats. */
export type EventTrace = { key: string; signature: string; replayOf?: number };

export type JournalEntry = {
  at: Instant;
  /** The HTTP status that was answered. */
  status: number;
  reason: string | null;
  results: DecidedEvent[];
  headers: Record<string, string>;
  body: string;
  /** Null for events kept by an earlier version. */
  request: KeptRequest | null;
  trace: EventTrace | null;
};

/** What is kept of a call: no header that holds a secret, and the body up to 64 KB. */
export function journalEntry(
  call: InboundCall,
  body: string,
  at: Instant,
  outcome: Pick<JournalEntry, 'status' | 'reason' | 'results' | 'trace'>,
): JournalEntry {
  const headers = Object.fromEntries(Object.entries(call.headers).filter(([name]) => !SECRET_HEADERS.has(name)));
  const { type, method, query, rest } = call;
  return { ...outcome, at, headers, body: body.slice(0, KEPT_BODY), request: { type, method, query, rest } };
}

export function writeJournal(sql: SqlStorage, entry: JournalEntry): void {
  const { lastInsertRowid } = sql
    .exec<{ lastInsertRowid: number }>(
      `INSERT INTO journal (at, status, reason, results, headers, body, request, trace)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id AS lastInsertRowid`,
      entry.at,
      entry.status,
      entry.reason,
      JSON.stringify(entry.results),
      JSON.stringify(entry.headers),
      entry.body,
      JSON.stringify(entry.request),
      JSON.stringify(entry.trace),
    )
    .one();
  // Cleared now and then, not each time: one more statement for every event would be a third of the work.
  if (lastInsertRowid % 50 === 0) sql.exec('DELETE FROM journal WHERE id <= ?', lastInsertRowid - KEPT_EVENTS);
}

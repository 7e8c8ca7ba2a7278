import type { Instant } from '../../../domain/shared/time';
import type { AcceptedEvent, InboundCall } from '../ports';

/** How many events an inbox keeps to show, and how much of each body. */
const KEPT_EVENTS = 200;
const KEPT_BODY = 64 * 1024;

const SECRET_HEADERS = new Set(['authorization', 'cookie', 'x-integration-key', 'proxy-authorization']);

export type JournalEntry = {
  at: Instant;
  /** The HTTP status that was answered. */
  status: number;
  reason: string | null;
  results: AcceptedEvent[];
  headers: Record<string, string>;
  body: string;
};

/** What is kept of a call: no header that holds a secret, and the body up to 64 KB. */
export function journalEntry(
  call: InboundCall,
  body: string,
  at: Instant,
  status: number,
  reason: string | null,
  results: AcceptedEvent[],
): JournalEntry {
  const headers = Object.entries(call.headers).filter(([name]) => !SECRET_HEADERS.has(name));
  return { at, status, reason, results, headers: Object.fromEntries(headers), body: body.slice(0, KEPT_BODY) };
}

export function writeJournal(sql: SqlStorage, entry: JournalEntry): void {
  const { lastInsertRowid } = sql
    .exec<{ lastInsertRowid: number }>(
      `INSERT INTO journal (at, status, reason, results, headers, body) VALUES (?, ?, ?, ?, ?, ?)
       RETURNING id AS lastInsertRowid`,
      entry.at,
      entry.status,
      entry.reason,
      JSON.stringify(entry.results),
      JSON.stringify(entry.headers),
      entry.body,
    )
    .one();
  // Cleared now and then, not each time: one more statement for every event would be a third of the work.
  if (lastInsertRowid % 50 === 0) sql.exec('DELETE FROM journal WHERE id <= ?', lastInsertRowid - KEPT_EVENTS);
}

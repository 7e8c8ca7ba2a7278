import type { Route } from '../../../domain/ingest/routing/route';
import type { InboxIntegration } from '../../../domain/integration/settings';
import { TEST_AGENT } from '../../../domain/integration/test-alert';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { DecidedEvent, InboundCall } from '../ports';
import { requestOf, takeIn } from './intake';
import { type EventTrace, type JournalEntry, KEPT_BODY, type KeptRequest } from './journal';

/** One kept event; ids grow with time. */
export type RecentEvent = JournalEntry & { id: number };

type Row = {
  id: number;
  at: number;
  status: number;
  reason: string | null;
  results: string;
  headers: string;
  body: string;
  request: string | null;
  trace: string | null;
};

const COLUMNS = 'id, at, status, reason, results, headers, body, request, trace';

/**
 * One kept event as it is read today, by the present mapping and rules, but as of when it came: an alert without a key
 * of its own keeps the one it was given. Failures: not-found, conflict (kept only in part), invalid.
 */
export function readAgain(
  sql: SqlStorage,
  inbox: string,
  integration: InboxIntegration | null,
  id: number,
): Result<{ call: InboundCall; body: string; routes: Route[] }> {
  const [row] = sql.exec<Row>(`SELECT ${COLUMNS} FROM journal WHERE id = ?`, id).toArray();
  if (!row || !integration) return err(failure('not-found', 'There is no such event any more.'));
  const { body, at } = row;
  if (body.length >= KEPT_BODY) {
    return err(failure('conflict', 'Only the beginning of this event was kept, so it cannot be read again.'));
  }
  const kept = row.request === null ? null : (JSON.parse(row.request) as KeptRequest);
  const { method, query, rest } = kept ?? { method: 'POST', query: {}, rest: [] };
  const headers = JSON.parse(row.headers) as Record<string, string>;
  const type = headers['user-agent'] === TEST_AGENT ? 'events' : integration.type;
  const bytes = new TextEncoder().encode(body).buffer as ArrayBuffer;
  const call: InboundCall = { inbox, secret: '', type, method, headers, query, rest, body: bytes };
  const routes = takeIn(integration, requestOf(call, body, at), type);
  return routes.ok ? ok({ call, body, routes: routes.value }) : routes;
}

/** The newest kept events, newest first, with the numbers that their incidents were given since. */
export function readRecent(sql: SqlStorage, limit: number): RecentEvent[] {
  const numbers = new Map<string, number | null>();
  const numberOf = (incidentId: string): number | null => {
    const known = numbers.get(incidentId);
    if (known !== undefined) return known;
    const [key] = sql
      .exec<{ number: number | null }>('SELECT number FROM keys WHERE incident_id = ? LIMIT 1', incidentId)
      .toArray();
    numbers.set(incidentId, key?.number ?? null);
    return key?.number ?? null;
  };
  const withNumber = (result: DecidedEvent): DecidedEvent => {
    const { incident } = result;
    return incident
      ? { ...result, incident: { id: incident.id, number: incident.number ?? numberOf(incident.id) } }
      : result;
  };
  return sql
    .exec<Row>(`SELECT ${COLUMNS} FROM journal ORDER BY id DESC LIMIT ?`, limit)
    .toArray()
    .map(({ results, headers, request, trace, ...row }) => ({
      ...row,
      request: request === null ? null : (JSON.parse(request) as KeptRequest),
      trace: trace === null ? null : (JSON.parse(trace) as EventTrace),
      results: (JSON.parse(results) as DecidedEvent[]).map(withNumber),
      headers: JSON.parse(headers) as Record<string, string>,
    }));
}

/** A test event as a call, for the journal; no key came with it. */
export const testCall = (inbox: string, body: string): InboundCall => ({
  inbox,
  secret: '',
  type: 'events',
  method: 'POST',
  headers: { 'content-type': 'application/json', 'user-agent': TEST_AGENT },
  query: {},
  rest: [],
  body: new TextEncoder().encode(body).buffer as ArrayBuffer,
});

import { ADAPTERS } from '../../../domain/ingest/registry';
import { TEST_AGENT } from '../../../domain/integration/test-alert';
import type { AcceptedEvent, InboundCall } from '../ports';
import type { JournalEntry } from './journal';

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
};

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
  const withNumber = (result: AcceptedEvent): AcceptedEvent => {
    const { incident } = result;
    return incident
      ? { ...result, incident: { id: incident.id, number: incident.number ?? numberOf(incident.id) } }
      : result;
  };
  return sql
    .exec<Row>('SELECT id, at, status, reason, results, headers, body FROM journal ORDER BY id DESC LIMIT ?', limit)
    .toArray()
    .map(({ results, headers, ...row }) => ({
      ...row,
      results: (JSON.parse(results) as AcceptedEvent[]).map(withNumber),
      headers: JSON.parse(headers) as Record<string, string>,
    }));
}

const testCall = (inbox: string, body: string): InboundCall => ({
  inbox,
  secret: '',
  type: 'events',
  method: 'POST',
  headers: { 'content-type': 'application/json', 'user-agent': TEST_AGENT },
  query: {},
  rest: [],
  body: new TextEncoder().encode(body).buffer as ArrayBuffer,
});

/** A test event as a call, for the journal, and as what it says; no key came with it. */
export function readTest(inbox: string, body: string) {
  const call = testCall(inbox, body);
  const { method, headers, query, rest } = call;
  const contentType = headers['content-type'] ?? '';
  const receivedAt = Date.now();
  return { call, parsed: ADAPTERS.events.parse({ method, contentType, headers, query, rest, body, receivedAt }) };
}

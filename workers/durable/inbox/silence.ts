import type { AlertEvent } from '../../../domain/ingest/adapter';
import { alertEvent } from '../../../domain/ingest/event';
import type { Route } from '../../../domain/ingest/routing/route';
import type { InboxIntegration } from '../../../domain/integration/settings';
import { type Instant, MINUTE } from '../../../domain/shared/time';
import type { InboundCall } from '../ports';
import { acceptEvent, type InboxBatch } from './accept';
import { OWN_TRACE, SYSTEM, type Waiting } from './waiting';

/** Noted at most so often: the alarm counts in minutes, and an event should not cost a row for it. */
const NOTED_EVERY_MS = MINUTE;

const HOUR_MINUTES = 60;

type Row = { heard_at: number; alarmed: number };

const readSilence = (sql: SqlStorage): Row | null =>
  sql.exec<Row>('SELECT heard_at, alarmed FROM silence WHERE id = 1').toArray()[0] ?? null;

/** The tool was heard. True: it had been silent for too long, and that is over. */
export function noteHeard(sql: SqlStorage, now: Instant): boolean {
  const row = readSilence(sql);
  if (row && row.alarmed === 0 && now - row.heard_at < NOTED_EVERY_MS) return false;
  sql.exec('INSERT OR REPLACE INTO silence (id, heard_at, alarmed) VALUES (1, ?, 0)', now);
  return row?.alarmed === 1;
}

/** What came in ends an alarm of silence in the same write; what we sent ourselves is not "heard". */
export function endSilence(batch: InboxBatch, waiting: readonly Waiting[], integration: InboxIntegration): void {
  const { silenceAlarmMinutes: minutes } = integration;
  const isHeard = waiting.some(({ trace }) => trace !== OWN_TRACE && trace.replayOf === undefined);
  if (!minutes || !isHeard || !noteHeard(batch.sql, batch.now)) return;
  acceptEvent(batch, silenceRoute(integration, minutes, 'resolve'), SYSTEM);
}

/** True once when the tool has been silent for too long. The wait begins when it is first asked for. */
export function hasFallenSilent(sql: SqlStorage, minutes: number, now: Instant): boolean {
  const row = readSilence(sql);
  if (!row) {
    sql.exec('INSERT INTO silence (id, heard_at, alarmed) VALUES (1, ?, 0)', now);
    return false;
  }
  if (row.alarmed === 1 || now - row.heard_at < minutes * MINUTE) return false;
  sql.exec('UPDATE silence SET alarmed = 1 WHERE id = 1');
  return true;
}

/** The alert of silence, and its end: it opens an incident of the integration's own service and pages by its policy. */
export const silenceRoute = (integration: InboxIntegration, minutes: number, action: 'trigger' | 'resolve'): Route => ({
  outcome: 'page',
  serviceId: null,
  event: silenceEvent(integration, minutes, action),
  reason: 'the alarm of silence',
});

function silenceEvent({ id, name }: InboxIntegration, minutes: number, action: 'trigger' | 'resolve'): AlertEvent {
  const span = minutes % HOUR_MINUTES === 0 ? `${minutes / HOUR_MINUTES} h` : `${minutes} min`;
  return alertEvent({
    action,
    dedupKey: `opsknight-silence-${id}`,
    title: action === 'trigger' ? `Nothing heard from ${name} for ${span}` : `${name} is heard again`,
    description: `The integration “${name}” has sent nothing for ${span}. The tool may be down, or no longer know where to send.`,
    source: name,
    labels: { integration: name },
  });
}

/** As what our own events stand in the journal. */
export const ownCall = (inbox: string, agent = 'OpsKnight-watch'): InboundCall => ({
  inbox,
  secret: '',
  type: 'events',
  method: 'POST',
  headers: { 'user-agent': agent },
  query: {},
  rest: [],
  body: new ArrayBuffer(0),
});

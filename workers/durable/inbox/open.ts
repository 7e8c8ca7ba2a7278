import type { AlertSignal } from '../../../domain/escalation/alerts';
import type { By } from '../../../domain/escalation/machine';
import type { Opening } from '../../../domain/escalation/open';
import type { Instant } from '../../../domain/shared/time';
import { addMessage } from './outbox';

/** How long a new incident has to stand in the read model before its inbox looks after it. */
export const CHILD_CHECK_MS = 60_000;

/** What an alert opens an incident with; whatever it does not say is the service's to decide. */
export const openingOf = (
  id: string,
  signal: AlertSignal,
  said: Partial<Pick<Opening, 'description' | 'urgency' | 'suppressed' | 'hold' | 'title' | 'gathers'>> = {},
): Opening => ({
  id,
  signal,
  description: null,
  urgency: null,
  priority: null,
  visibility: 'PUBLIC',
  assignee: null,
  ...said,
});

/** Sends an opening on its way, and looks after the incident until the read model has confirmed it (SEMANTICS 21). `serviceId`: whose plan it takes; null: that of the inbox's own service. */
export function openIncident(
  sql: SqlStorage,
  opening: Opening,
  by: By,
  now: Instant,
  serviceId: string | null = null,
): void {
  addMessage(sql, opening.id, { kind: 'open', opening, by, serviceId }, now);
  sql.exec(
    'INSERT OR IGNORE INTO children (incident_id, since, poke_at) VALUES (?, ?, ?)',
    opening.id,
    now,
    now + CHILD_CHECK_MS,
  );
}

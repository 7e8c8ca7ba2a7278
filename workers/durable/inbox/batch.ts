import type { Instant } from '../../../domain/shared/time';
import type { InboxConfig } from '../ports';
import type { InboxBatch } from './accept';
import { planOf } from './drain';

/** An empty batch of an inbox. */
export function newBatch(
  sql: SqlStorage,
  config: InboxConfig | null,
  underWay: ReadonlySet<string>,
  now: Instant,
): InboxBatch {
  const reopenWindow = (serviceId: string | null): number | null =>
    config ? (planOf(config, serviceId).service.settings.reopenWindowMinutes ?? null) : null;
  const state = { urgent: false, keys: new Map(), repeats: new Map() };
  return { sql, inbox: config?.inbox ?? '', now, reopenWindow, underWay, ...state };
}

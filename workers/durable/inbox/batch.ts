import type { Instant } from '../../../domain/shared/time';
import type { InboxConfig } from '../ports';
import type { InboxBatch } from './accept';
import { planOf } from './drain';
import type { KeptRepeats } from './repeats';

/** An empty batch of an inbox. */
export function newBatch(
  sql: SqlStorage,
  config: InboxConfig | null,
  kept: KeptRepeats,
  underWay: ReadonlySet<string>,
  now: Instant,
): InboxBatch {
  const serviceOf = (serviceId: string | null) => (config ? planOf(config, serviceId).service : null);
  const state = { urgent: false, keys: new Map(), repeats: new Map() };
  return { sql, kept, inbox: config?.inbox ?? '', now, serviceOf, underWay, ...state };
}

import type { Route } from '../../../domain/ingest/routing/route';
import type { Instant } from '../../../domain/shared/time';
import type { InboxConfig } from '../ports';
import { watchHeartbeat } from './heartbeat';
import { hasFallenSilent, silenceRoute } from './silence';

/** "Nothing heard for 26 h", and a ping that was missed: alerts of our own, by the way of any other. Each is said once. */
export function missedByNow(sql: SqlStorage, { integration, heartbeat, plan }: InboxConfig, now: Instant): Route[] {
  const minutes = integration?.silenceAlarmMinutes;
  if (integration?.enabled && minutes && hasFallenSilent(sql, minutes, now)) {
    return [silenceRoute(integration, minutes, 'trigger')];
  }
  const missed = heartbeat ? watchHeartbeat(sql, heartbeat, plan.organisation.appUrl, now) : null;
  return missed ? [missed] : [];
}

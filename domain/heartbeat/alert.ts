import type { AlertEvent } from '../ingest/adapter';
import { alertEvent } from '../ingest/event';
import type { Route } from '../ingest/routing/route';
import { type Instant, toIso } from '../shared/time';
import type { HeartbeatDecision, HeartbeatRun, HeartbeatSettings } from './heartbeat';

export const heartbeatKey = (id: string): string => `opsknight-heartbeat-${id}`;

/** What a decision says to the incident of the heartbeat; `last`: the ping before. Null: nothing. */
export function heartbeatRoute(
  settings: HeartbeatSettings,
  { action, reason, run }: HeartbeatDecision,
  last: HeartbeatRun['lastPingAt'],
  appUrl: string,
): Route | null {
  if (action === null) return null;
  const event = eventOf(settings, action, run.waitUntil, reason, last, appUrl);
  return { outcome: 'page', serviceId: null, event, reason: `the heartbeat: ${reason}` };
}

function eventOf(
  { id, name, urgency }: HeartbeatSettings,
  action: 'trigger' | 'resolve',
  waitedUntil: Instant | null,
  reason: string,
  last: Instant | null,
  appUrl: string,
): AlertEvent {
  const failed = reason.includes('failed');
  const before = last === null ? '' : ` The ping before came on ${toIso(last).slice(0, 16).replace('T', ' at ')} UTC.`;
  const slept =
    waitedUntil === null ? '' : ' OpsKnight itself was not running when it was due, and has waited once more.';
  return alertEvent({
    action,
    dedupKey: heartbeatKey(id),
    title:
      action === 'resolve' ? `${name} is heard again` : failed ? `${name} says that it failed` : `No ping from ${name}`,
    description:
      action === 'resolve'
        ? null
        : `${failed ? 'The job itself reported a failure.' : 'No ping came in time.'}${before}${slept}`,
    urgency: action === 'trigger' ? urgency : null,
    source: name,
    sourceLink: `${appUrl}/heartbeats/${id}`,
    labels: { heartbeat: name },
  });
}

import type { Heartbeat } from '../../../db/repositories/heartbeats';
import type { HeartbeatState } from '../../../domain/heartbeat/heartbeat';
import type { Instant } from '../../../domain/shared/time';
import type { HeartbeatReport } from '../../durable/inbox/heartbeat';
import { inboxPort } from '../../durable/stubs';
import type { Env } from '../../env';
import { reasonOf } from '../plan/reason';

/** A heartbeat, and how it stands; `state` null while its inbox does not answer. */
export type HeartbeatView = Heartbeat & {
  state: HeartbeatState | null;
  lastPingAt: Instant | null;
  downSince: Instant | null;
  /** When the next ping is due, and from when on it is missed. */
  dueAt: Instant | null;
  missedAt: Instant | null;
  pings: HeartbeatReport['pings'];
};

const untold = { lastPingAt: null, downSince: null, dueAt: null, missedAt: null, pings: [] };

/** Asks the heartbeat's inbox. One that holds nothing yet has heard nothing. */
export async function viewOf(env: Env, heartbeat: Heartbeat): Promise<HeartbeatView> {
  try {
    const report = await inboxPort(env, heartbeat.inbox).heartbeat();
    return { ...heartbeat, ...(report ?? { ...untold, state: heartbeat.enabled ? 'new' : 'paused' }) };
  } catch (error) {
    console.warn(`inbox ${heartbeat.inbox} did not tell of its heartbeat: ${reasonOf(error)}`);
    return { ...heartbeat, ...untold, state: null };
  }
}

import { heartbeatRoute } from '../../../domain/heartbeat/alert';
import {
  adopted,
  checked,
  expectation,
  type HeartbeatDecision,
  type HeartbeatRun,
  type HeartbeatSettings,
  type HeartbeatState,
  heartbeatState,
  looksAt,
  newRun,
  pinged,
} from '../../../domain/heartbeat/heartbeat';
import type { Route } from '../../../domain/ingest/routing/route';
import { sha256Hex } from '../../../domain/shared/hash';
import type { Instant } from '../../../domain/shared/time';
import { equalInConstantTime, utf8 } from '../../access/bytes';
import type { InboxConfig, Ping } from '../ports';

/** How many pings are kept to show. */
const KEPT_PINGS = 50;
const AGENT_LENGTH = 120;

/** How a heartbeat stands, and its newest pings first. */
export type HeartbeatReport = {
  state: HeartbeatState;
  lastPingAt: Instant | null;
  downSince: Instant | null;
  dueAt: Instant | null;
  missedAt: Instant | null;
  pings: { at: Instant; failed: boolean; agent: string }[];
};

type Row = { since: number; last_ping_at: number | null; down_since: number | null; wait_until: number | null };

function readRun(sql: SqlStorage): HeartbeatRun | null {
  const [row] = sql.exec<Row>('SELECT since, last_ping_at, down_since, wait_until FROM heartbeat').toArray();
  if (!row) return null;
  const { since, last_ping_at: lastPingAt, down_since: downSince, wait_until: waitUntil } = row;
  return { since, lastPingAt, downSince, waitUntil };
}

function writeRun(sql: SqlStorage, settings: HeartbeatSettings, run: HeartbeatRun): void {
  sql.exec(
    `INSERT OR REPLACE INTO heartbeat (id, since, last_ping_at, down_since, wait_until, look_at)
     VALUES (1, ?, ?, ?, ?, ?)`,
    run.since,
    run.lastPingAt,
    run.downSince,
    run.waitUntil,
    looksAt(settings, run),
  );
}

/** When the heartbeat of the inbox has to be looked at; the row that the alarm and the sweep wait by. */
export const heartbeatLookAt = (sql: SqlStorage): Instant | null =>
  sql.exec<{ at: number | null }>('SELECT min(look_at) AS at FROM heartbeat').one().at;

/** The heartbeat under its new settings; without any it waits for nothing more. */
export function adoptHeartbeat(sql: SqlStorage, before: InboxConfig | null, after: InboxConfig, now: Instant): void {
  const settings = after.heartbeat ?? null;
  if (!settings) {
    if (before?.heartbeat) sql.exec('UPDATE heartbeat SET look_at = NULL');
    return;
  }
  writeRun(sql, settings, adopted(before?.heartbeat ?? null, settings, readRun(sql) ?? newRun(now), now));
}

const isHashOf = (secret: string, hash: string | null): boolean =>
  hash !== null && equalInConstantTime(utf8(sha256Hex(secret)), utf8(hash));

/** Whether the key is the heartbeat's: the present one, or the one before while it still works. */
export function isKeyOf(settings: HeartbeatSettings, secret: string, now: Instant): boolean {
  const { secretHash, previousSecretHash, previousKeyEndsAt } = settings;
  const isPrevious = isHashOf(secret, previousSecretHash) && previousKeyEndsAt !== null && now < previousKeyEndsAt;
  return isHashOf(secret, secretHash) || isPrevious;
}

type Told = { route: Route | null; state: HeartbeatState };

function store(
  sql: SqlStorage,
  settings: HeartbeatSettings,
  decision: HeartbeatDecision,
  last: Instant | null,
  appUrl: string,
  now: Instant,
): Told {
  writeRun(sql, settings, decision.run);
  return {
    route: heartbeatRoute(settings, decision, last, appUrl),
    state: heartbeatState(settings, decision.run, now),
  };
}

/** Writes a ping down. `route`: what the heartbeat's incident is to be told. */
export function notePing(
  sql: SqlStorage,
  settings: HeartbeatSettings,
  { failed, agent }: Ping,
  appUrl: string,
  now: Instant,
): Told {
  const { id } = sql
    .exec<{ id: number }>(
      'INSERT INTO pings (at, failed, agent) VALUES (?, ?, ?) RETURNING id',
      now,
      failed ? 1 : 0,
      agent.slice(0, AGENT_LENGTH),
    )
    .one();
  if (id % KEPT_PINGS === 0) sql.exec('DELETE FROM pings WHERE id <= ?', id - KEPT_PINGS);
  const run = readRun(sql) ?? newRun(now);
  return store(sql, settings, pinged(settings, run, { now, failed }), run.lastPingAt, appUrl, now);
}

/** Looks whether a ping was missed; null: nothing is to be told. */
export function watchHeartbeat(
  sql: SqlStorage,
  settings: HeartbeatSettings,
  appUrl: string,
  now: Instant,
): Route | null {
  const run = readRun(sql);
  const at = heartbeatLookAt(sql);
  if (!run || at === null || now < at) return null;
  return store(sql, settings, checked(settings, run, now), run.lastPingAt, appUrl, now).route;
}

export function reportHeartbeat(sql: SqlStorage, settings: HeartbeatSettings, now: Instant): HeartbeatReport {
  const run = readRun(sql) ?? newRun(now);
  const pings = sql
    .exec<{ at: number; failed: number; agent: string }>(
      'SELECT at, failed, agent FROM pings ORDER BY id DESC LIMIT ?',
      KEPT_PINGS,
    )
    .toArray();
  const expected = run.downSince === null ? expectation(settings, run) : null;
  return {
    state: heartbeatState(settings, run, now),
    lastPingAt: run.lastPingAt,
    downSince: run.downSince,
    dueAt: expected?.dueAt ?? null,
    missedAt: expected?.missedAt ?? null,
    pings: pings.map(({ failed, ...ping }) => ({ ...ping, failed: failed === 1 })),
  };
}

import type { Effect } from '../../../domain/escalation/change';
import type { IncidentEvent, Transition } from '../../../domain/escalation/machine';
import type { Timer } from '../../../domain/escalation/timers';
import { type IncidentState, withoutHistory } from '../../../domain/incident/state';
import type { TimelineEntry } from '../../../domain/incident/timeline';
import { mergeDelivery } from '../../../domain/notification/delivery-state';
import type { Delivery, Notification } from '../../../domain/notification/notification';
import { isSettled } from '../../../domain/notification/state';
import type { PagingPlan } from '../../../domain/plan/plan';
import type { Instant } from '../../../domain/shared/time';

/** An incident as its object holds it between two events. */
export type Stored = { state: IncidentState; plan: PagingPlan };

type Sql = SqlStorage;
const json = (value: unknown): string => JSON.stringify(value);

/** Reads the incident; null while there is none. */
export function load(sql: Sql): Stored | null {
  const row = sql.exec<{ state: string; plan: string }>('SELECT state, plan FROM incident').toArray()[0];
  if (!row) return null;
  const state = JSON.parse(row.state) as IncidentState;
  const timers = sql.exec<{ timer: string }>('SELECT timer FROM timers').toArray();
  const live = sql
    .exec<{ notification: string }>('SELECT notification FROM notifications WHERE settled = 0 OR wave = ?', state.wave)
    .toArray();
  const parsedTimers = timers.map(({ timer }) => JSON.parse(timer) as Timer);
  const notifications = live.map(({ notification }) => JSON.parse(notification) as Notification);
  return {
    state: {
      ...state,
      timers: Object.fromEntries(parsedTimers.map((timer) => [timer.id, timer])),
      notifications: Object.fromEntries(notifications.map((one) => [one.id, one])),
    },
    plan: JSON.parse(row.plan) as PagingPlan,
  };
}

/** The last message of an inbox that was carried out; 0: none. */
export const lastSeen = (sql: Sql, inbox: string): number =>
  sql.exec<{ seq: number }>('SELECT seq FROM inboxes WHERE inbox = ?', inbox).toArray()[0]?.seq ?? 0;

/** The state with the notification that an event is about, which may stand in the table only (`withoutHistory`). */
export function withNotification(sql: Sql, state: IncidentState, event: IncidentEvent): IncidentState {
  if (!('notificationId' in event) || event.notificationId in state.notifications) return state;
  const row = sql
    .exec<{ notification: string }>('SELECT notification FROM notifications WHERE id = ?', event.notificationId)
    .toArray()[0];
  if (!row) return state;
  const notification = JSON.parse(row.notification) as Notification;
  return { ...state, notifications: { ...state.notifications, [notification.id]: notification } };
}

function saveTimers(sql: Sql, before: Record<string, Timer>, after: Record<string, Timer>): void {
  for (const id of Object.keys(before)) if (!(id in after)) sql.exec('DELETE FROM timers WHERE id = ?', id);
  for (const timer of Object.values(after)) {
    const known = before[timer.id];
    if (known && json(known) === json(timer)) continue;
    sql.exec('INSERT OR REPLACE INTO timers (id, at, timer) VALUES (?, ?, ?)', timer.id, timer.at, json(timer));
  }
}

function saveChildren(sql: Sql, { state, timeline, deliveries }: Transition): void {
  for (const entry of timeline) {
    sql.exec('INSERT OR IGNORE INTO timeline (id, seq, entry) VALUES (?, ?, ?)', entry.id, entry.seq, json(entry));
  }
  for (const one of Object.values(state.notifications)) {
    if (one.seq !== state.seq) continue;
    sql.exec(
      'INSERT OR REPLACE INTO notifications (id, seq, wave, settled, notification) VALUES (?, ?, ?, ?, ?)',
      one.id,
      one.seq,
      one.wave,
      isSettled(one.state) ? 1 : 0,
      json(one),
    );
  }
  for (const delivery of deliveries) {
    const known = sql
      .exec<{ delivery: string }>('SELECT delivery FROM deliveries WHERE id = ?', delivery.id)
      .toArray()[0];
    const row = json(mergeDelivery(known ? (JSON.parse(known.delivery) as Delivery) : null, delivery));
    sql.exec('INSERT OR REPLACE INTO deliveries (id, seq, delivery) VALUES (?, ?, ?)', delivery.id, delivery.seq, row);
  }
}

/** Writes everything a transition decided at once, effects included; returns what to go on from. */
export function save(storage: DurableObjectStorage, before: Stored | null, after: Transition, now: Instant): Stored {
  const { sql } = storage;
  storage.transactionSync(() => {
    const { timers: _timers, notifications: _notifications, ...core } = after.state;
    if (before === null) {
      sql.exec('INSERT INTO incident (id, state, plan) VALUES (1, ?, ?)', json(core), json(after.plan));
    } else if (before.plan === after.plan) {
      sql.exec('UPDATE incident SET state = ?', json(core));
    } else {
      sql.exec('UPDATE incident SET state = ?, plan = ?', json(core), json(after.plan));
    }
    saveTimers(sql, before?.state.timers ?? {}, after.state.timers);
    saveChildren(sql, after);
    for (const effect of after.effects) addEffect(sql, effect, waitsForD1(effect) ? now + LATER_MS : now);
  });
  return { state: withoutHistory(after.state), plan: after.plan };
}

export const savePlan = (sql: Sql, plan: PagingPlan): void => {
  sql.exec('UPDATE incident SET plan = ?', json(plan));
};

/** What waits for the read model is hastened when that has the incident; this is for the case that it has not. */
export const LATER_MS = 30_000;

/** News for whom D1 alone knows. */
const waitsForD1 = (effect: Effect): boolean => effect.kind === 'announce' && effect.outlet !== 'slack';

export type StoredEffect = { id: number; attempts: number; effect: Effect };

export function addEffect(sql: Sql, effect: Effect, dueAt: Instant): void {
  sql.exec('INSERT INTO effects (due_at, effect) VALUES (?, ?)', dueAt, json(effect));
}

/** Effects that are due, oldest first. */
export const dueEffects = (sql: Sql, now: Instant): StoredEffect[] =>
  sql
    .exec<{ id: number; attempts: number; effect: string }>(
      'SELECT id, attempts, effect FROM effects WHERE due_at <= ? ORDER BY id LIMIT 100',
      now,
    )
    .toArray()
    .map((row) => ({ id: row.id, attempts: row.attempts, effect: JSON.parse(row.effect) as Effect }));

export const removeEffect = (sql: Sql, id: number): void => {
  sql.exec('DELETE FROM effects WHERE id = ?', id);
};

export const postponeEffect = (sql: Sql, id: number, dueAt: Instant): void => {
  sql.exec('UPDATE effects SET attempts = attempts + 1, due_at = ? WHERE id = ?', dueAt, id);
};

/** Announcements that waited for the read model are tried at once. */
export const hastenAnnouncements = (sql: Sql, now: Instant): void => {
  sql.exec(`UPDATE effects SET due_at = ? WHERE due_at > ? AND json_extract(effect, '$.kind') = 'announce'`, now, now);
};

/** The timeline so far, in order. */
export const readTimeline = (sql: Sql): TimelineEntry[] =>
  sql
    .exec<{ entry: string }>('SELECT entry FROM timeline ORDER BY seq, rowid')
    .toArray()
    .map(({ entry }) => JSON.parse(entry) as TimelineEntry);

export const readNotifications = (sql: Sql): Notification[] =>
  sql
    .exec<{ notification: string }>('SELECT notification FROM notifications ORDER BY rowid')
    .toArray()
    .map(({ notification }) => JSON.parse(notification) as Notification);

export const readDeliveries = (sql: Sql): Delivery[] =>
  sql
    .exec<{ delivery: string }>('SELECT delivery FROM deliveries ORDER BY rowid')
    .toArray()
    .map(({ delivery }) => JSON.parse(delivery) as Delivery);

import type { Instant } from '../../domain/shared/time';

/** An alarm missed by so much is taken for lost (RELIABILITY, platform facts: `getAlarm()` can be stale). */
const STALE_ALARM_MS = 60_000;

/** Whether the alarm that the platform tells of, null for none, cannot be trusted to wake the object at `due`. */
const isAlarmLost = (alarm: Instant | null, due: Instant, now: Instant): boolean =>
  alarm === null || alarm > due || alarm < now - STALE_ALARM_MS;

/** Wakes the object at `due`; null: at no time. */
export const arm = (storage: DurableObjectStorage, due: Instant | null): Promise<void> =>
  due === null ? storage.deleteAlarm() : storage.setAlarm(due);

/** The same where the alarm cannot be trusted. What was due is due now. */
export async function rearmIfLost(storage: DurableObjectStorage, due: Instant | null): Promise<void> {
  if (due === null) return;
  const now = Date.now();
  if (isAlarmLost(await storage.getAlarm(), due, now)) await storage.setAlarm(Math.max(due, now));
}

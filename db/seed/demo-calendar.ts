import type { MaintenanceWindow } from '../../domain/maintenance/window';
import { DAY, HOUR, type Instant } from '../../domain/shared/time';
import { zoneClock } from '../../domain/shared/zone';
import type { TimeOff } from '../repositories/time-off';

const LISBON = 'Europe/Lisbon';

/** An hour of the day so many days from today, on Lisbon's clock. */
function at(now: Instant, days: number, hour: number): Instant {
  const clock = zoneClock(LISBON);
  const today = Math.floor(clock.toWall(now) / DAY) * DAY;
  return clock.fromWall(today + days * DAY + hour * HOUR);
}

/** One window to come, and one that is over. */
export const demoWindows = (now: Instant): MaintenanceWindow[] => [
  demoWindow('ledger', now, 'Move the ledger to the new database', 3),
  demoWindow('ledger_rehearsal', now, 'Rehearse the move of the ledger', -4),
];

const demoWindow = (id: string, now: Instant, name: string, days: number): MaintenanceWindow => ({
  id: `mnt_demo_${id}`,
  name,
  reason: 'Payouts wait; orders are taken as usual.',
  serviceIds: ['svc_demo_ledger'],
  labels: {},
  timezone: LISBON,
  startAt: at(now, days, 2),
  endAt: at(now, days, 4),
  repeat: null,
  endedAt: null,
  createdAt: now,
  updatedAt: now,
});

/** Priya is away for a week, in three weeks. */
export const demoTimeOff = (now: Instant): TimeOff[] => [
  {
    id: 'off_demo_priya',
    userId: 'usr_demo_priya',
    startAt: at(now, 21, 9),
    endAt: at(now, 28, 9),
    timezone: LISBON,
    createdAt: now,
    createdBy: null,
  },
];

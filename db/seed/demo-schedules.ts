import { onCallAt } from '../../domain/schedule/resolve';
import type { Layer, Schedule } from '../../domain/schedule/schedule';
import { DAY, HOUR, type Instant } from '../../domain/shared/time';
import { zoneClock } from '../../domain/shared/zone';
import type { StoredSchedule } from '../repositories/schedules';

const LONDON = 'Europe/London';
const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Two people of a city take a week each, at its working hours as London's clock has them. */
const city = (name: string, users: string[], restrictions: Layer['restrictions'], handoff: string): Layer => ({
  name,
  priority: 1,
  start: '2024-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: `2024-01-01T${handoff}`, handoff },
  users,
  restrictions,
});

const LAYERS: Layer[] = [
  city(
    'New York',
    ['usr_demo_marcus', 'usr_demo_lucia'],
    [{ kind: 'daily', startTime: '14:00', endTime: '22:00' }],
    '14:00',
  ),
  // Nobody in London works on Sundays: the one gap of the week.
  city(
    'London',
    ['usr_demo_ingrid', 'usr_demo_kwame'],
    WORKDAYS.map((day) => ({ kind: 'weekly', startDay: day, startTime: '06:00', endDay: day, endTime: '14:00' })),
    '06:00',
  ),
  city(
    'Sydney',
    ['usr_demo_priya', 'usr_demo_kenji'],
    [{ kind: 'daily', startTime: '22:00', endTime: '06:00' }],
    '22:00',
  ),
];

const SCHEDULE = { timezone: LONDON, layers: LAYERS };
const ID = 'sch_demo_sun';
const CHANGES: Record<string, string> = {
  usr_demo_marcus: 'usr_demo_lucia',
  usr_demo_lucia: 'usr_demo_marcus',
};

/** Follow the sun over New York, London and Sydney, with one gap a week and one shift that two people have swapped. */
export function demoSun(now: Instant): StoredSchedule {
  const { start, end } = shiftToSwap(now);
  const schedule: Schedule = { ...SCHEDULE, overrides: [] };
  const [planned = 'usr_demo_marcus'] = onCallAt(schedule, start).users;
  return {
    id: ID,
    name: 'Platform, follow the sun',
    ...SCHEDULE,
    createdAt: now,
    updatedAt: now,
    overrides: [
      {
        id: 'ovr_demo_swap',
        scheduleId: ID,
        userId: CHANGES[planned] ?? planned,
        replacesUserId: planned,
        startAt: start,
        endAt: end,
        createdAt: now,
        createdBy: null,
      },
    ],
  };
}

/** New York's next day but one. */
function shiftToSwap(now: Instant): { start: Instant; end: Instant } {
  const clock = zoneClock(LONDON);
  const today = Math.floor(clock.toWall(now) / DAY) * DAY;
  const at = (hour: number) => clock.fromWall(today + 2 * DAY + hour * HOUR);
  return { start: at(14), end: at(22) };
}

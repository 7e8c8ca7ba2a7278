import type { Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { holidaySpans } from './holidays';
import { windowsBetween } from './restriction';
import type { Restriction } from './schedule';
import type { Shift } from './shifts';
import { joinSpans, lengthInBoth, lengthOf } from './span';

/** How much somebody was on call, in milliseconds; night, weekend and holiday are parts of `total` and may overlap. */
export type Load = { user: string; shifts: number; total: number; night: number; weekend: number; holiday: number };

const NIGHT: Restriction[] = [{ kind: 'daily', startTime: '22:00', endTime: '06:00' }];
const WEEKEND: Restriction[] = [
  { kind: 'weekly', startDay: 'saturday', startTime: '00:00', endDay: 'monday', endTime: '00:00' },
];

/**
 * What the shifts of [from, to) weigh for each of `people`, and for whoever else has one, in that order. Nights (22:00 to
 * 06:00), weekends (Saturday and Sunday) and holidays (`2026-12-25`) go by the wall clock of the person, not of the
 * schedule.
 */
export function loads(
  shifts: readonly Shift[],
  people: readonly string[],
  zoneOf: (user: string) => string,
  from: Instant,
  to: Instant,
  holidays: readonly string[] = [],
): Load[] {
  const byUser = new Map<string, Shift[]>(people.map((user) => [user, []]));
  for (const shift of shifts) {
    const own = byUser.get(shift.user);
    if (own) own.push(shift);
    else byUser.set(shift.user, [shift]);
  }
  return [...byUser].map(([user, own]) => {
    const clock = zoneClock(zoneOf(user));
    const hours = joinSpans(own.map(({ start, end }) => ({ start, end })));
    return {
      user,
      shifts: own.length,
      total: lengthOf(hours),
      night: lengthInBoth(hours, windowsBetween(NIGHT, clock, from, to)),
      weekend: lengthInBoth(hours, windowsBetween(WEEKEND, clock, from, to)),
      holiday: lengthInBoth(hours, holidaySpans(holidays, clock)),
    };
  });
}

import { holidaysOf } from '../../../db/repositories/schedule-holidays';
import { refuse } from '../../../domain/access/permissions';
import { loads } from '../../../domain/schedule/fairness';
import { type Shift, shifts } from '../../../domain/schedule/shifts';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, HOUR, type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { everybodyIn, findStaffed, type PersonRef, type Staffed } from './staffed';

/** Hours with two decimals; nights are 22:00 to 06:00 and weekends Saturday and Sunday in the person's own zone, and so are holidays. */
export type FairnessView = {
  from: string;
  to: string;
  data: {
    user: PersonRef;
    shifts: number;
    hours: number;
    nightHours: number;
    weekendHours: number;
    holidayHours: number;
  }[];
};

const USUAL = 90 * DAY;

/**
 * How much everybody of a schedule is on call in [from, to), at most 400 days; the last 90 days if left out. What is
 * past also counts for people who have left since. Failures: forbidden, not-found.
 */
export async function scheduleFairness(
  context: Context,
  {
    id,
    from = context.now - USUAL,
    to = context.now,
  }: IdInput & { from?: Instant | undefined; to?: Instant | undefined },
): Promise<Result<FairnessView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, from);
  if (!found) return err(notFound('schedule'));
  const { people, refOf, stored } = found;
  const zoneOf = (user: string) => people.get(user)?.timezone ?? stored.timezone;
  const days = (await holidaysOf(context.db, id)).map(({ date }) => date);
  const data = loads(shiftsAround(found, from, to, context.now), everybodyIn(stored), zoneOf, from, to, days);
  return ok({
    from: toIso(from),
    to: toIso(to),
    data: data.map(({ user, shifts, total, night, weekend, holiday }) => ({
      user: refOf(user),
      shifts,
      hours: hoursOf(total),
      nightHours: hoursOf(night),
      weekendHours: hoursOf(weekend),
      holidayHours: hoursOf(holiday),
    })),
  });
}

/** Before `now` everybody counts, after it only who is ACTIVE. */
export function shiftsAround({ schedule, isActive }: Staffed, from: Instant, to: Instant, now: Instant): Shift[] {
  const past = shifts(schedule, from, Math.min(to, now));
  const coming = shifts(schedule, Math.max(from, now), to, isActive);
  for (const shift of coming) {
    const begun = past.find(({ user, end }) => user === shift.user && end === shift.start);
    if (begun) begun.end = shift.end;
    else past.push(shift);
  }
  return past;
}

const hoursOf = (ms: number): number => Math.round((ms / HOUR) * 100) / 100;

import { namesOf } from '../../../db/repositories/names';
import { partsIn } from '../../../db/repositories/rollup-spans';
import { listSchedules } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import { dayStart, type Period } from '../../../domain/analytics/day';
import { type AnalyticsInput, periodOf } from '../../../domain/analytics/filter';
import { type PersonFigures, reportOf } from '../../../domain/analytics/report';
import { distributionOf } from '../../../domain/analytics/samples';
import { loads } from '../../../domain/schedule/fairness';
import { gaps, shifts } from '../../../domain/schedule/shifts';
import { err, ok, type Result } from '../../../domain/shared/result';
import { HOUR } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { findStaffed } from '../schedule/staffed';

/** More schedules than that are not added up for one page. */
const MOST_SCHEDULES = 50;

export type LoadReport = {
  period: Period;
  /** Hours on call over all schedules (two at once count twice) beside how often that interrupted them. */
  people: (PersonFigures & { name: string; onCallHours: number; nightHours: number })[];
  /** `covered`: the part of the period so far in which somebody was on call, 0 to 1. */
  schedules: { id: string; name: string; covered: number | null; gapHours: number }[];
};

/** Who was on call for how long, how often they were interrupted, and what nobody covered. Failures: forbidden. */
export async function loadReport(
  context: Context,
  { days, from, to, ...filter }: AnalyticsInput,
): Promise<Result<LoadReport>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'incident.read') ?? refuse(actor, 'config.read');
  if (refused) return err(refused);
  const period = periodOf({ days, from, to }, now);
  const [begin, end] = [dayStart(period.from), Math.min(dayStart(period.to), now)];
  const figures = reportOf(await partsIn(db, [period], filter), period, now).people;
  const hours = new Map<string, { onCall: number; night: number }>();
  const schedules: LoadReport['schedules'] = [];
  for (const { id } of (await listSchedules(db, { limit: MOST_SCHEDULES }, begin))?.data ?? []) {
    const found = await findStaffed(context, id, begin);
    if (!found || end <= begin) continue;
    const past = shifts(found.schedule, begin, end);
    const zoneOf = (user: string) => found.people.get(user)?.timezone ?? found.stored.timezone;
    for (const { user, total, night } of loads(past, [], zoneOf, begin, end)) {
      const known = hours.get(user) ?? { onCall: 0, night: 0 };
      hours.set(user, { onCall: known.onCall + total, night: known.night + night });
    }
    const gap = gaps(found.schedule, begin, end).reduce((sum, one) => sum + one.end - one.start, 0);
    schedules.push({ id, name: found.stored.name, covered: 1 - gap / (end - begin), gapHours: gap / HOUR });
  }
  const silent = (userId: string): PersonFigures => ({
    userId,
    business: 0,
    off: 0,
    sleep: 0,
    acknowledged: distributionOf([]),
  });
  const known = new Set(figures.map(({ userId }) => userId));
  const everybody = [...figures, ...[...hours.keys()].filter((id) => !known.has(id)).map(silent)];
  const names = await namesOf(
    db,
    'USER',
    everybody.map(({ userId }) => userId),
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return ok({
    period,
    schedules,
    people: everybody.map((one) => ({
      ...one,
      name: nameOf.get(one.userId) ?? one.userId,
      onCallHours: (hours.get(one.userId)?.onCall ?? 0) / HOUR,
      nightHours: (hours.get(one.userId)?.night ?? 0) / HOUR,
    })),
  });
}

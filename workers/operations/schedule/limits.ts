import { toSchedule } from '../../../db/repositories/schedules';
import { MOST_WORK, TOO_MUCH_WORK, workEstimate } from '../../../domain/schedule/cost';
import { LONGEST_RANGE } from '../../../domain/schedule/range';
import type { Failure } from '../../../domain/shared/errors';
import type { Instant } from '../../../domain/shared/time';
import { invalidField } from '../config/failures';

/** Null unless a schedule would be so large that answers about it, and paging by it, became slow. */
export function refuseCostly(schedule: Parameters<typeof toSchedule>[0], now: Instant): Failure | null {
  const work = workEstimate(toSchedule(schedule))(now, now + LONGEST_RANGE);
  return work > MOST_WORK ? invalidField('layers', TOO_MUCH_WORK) : null;
}

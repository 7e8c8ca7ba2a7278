import { allSchedules, findSchedule, type StoredSchedule, toSchedule } from '../../../db/repositories/schedules';
import { peopleNamed } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { onCallAt } from '../../../domain/schedule/resolve';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** Who is on call on one schedule, why, and until when (null: for more than a year). */
export type OnCallView = {
  scheduleId: string;
  scheduleName: string;
  timezone: string;
  users: { id: string; name: string }[];
  source: 'override' | 'layer' | 'none';
  until: Instant | null;
};

/**
 * Who is on call at `at` (now, if left out), on one schedule or on all, by name. Only ACTIVE people are: the same
 * answer as the pager's. Failures: forbidden, not-found.
 */
export async function onCallNow(
  { actor, db, now }: Context,
  { scheduleId, at = now }: { scheduleId?: string; at?: Instant } = {},
): Promise<Result<{ at: Instant; data: OnCallView[] }>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const one = scheduleId ? await findSchedule(db, scheduleId, at) : null;
  if (scheduleId && !one) return err(notFound('schedule'));
  const schedules = one ? [one] : await allSchedules(db, at);

  const active = new Map(
    (await peopleNamed(db, [...new Set(schedules.flatMap(everybodyIn))]))
      .filter(({ status }) => status === 'ACTIVE')
      .map(({ id, name }) => [id, name]),
  );
  const data = schedules.map((schedule): OnCallView => {
    const { users, source, until } = onCallAt(toSchedule(schedule), at, (id) => active.has(id));
    return {
      scheduleId: schedule.id,
      scheduleName: schedule.name,
      timezone: schedule.timezone,
      users: users.map((id) => ({ id, name: active.get(id) ?? id })),
      source,
      until,
    };
  });
  return ok({ at, data });
}

const everybodyIn = ({ layers, overrides }: StoredSchedule): string[] =>
  [...layers.flatMap((layer) => layer.users.flat()), ...overrides.map(({ userId }) => userId)].filter(
    (id) => id !== null,
  );

import type { TimeOff } from '../../../db/repositories/time-off';
import { peopleNamed } from '../../../db/repositories/users';
import { type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import type { PersonRef } from '../schedule/staffed';

/** Time off as the API has it: `start` and `end` are text, as everywhere about schedules. */
export type TimeOffView = {
  id: string;
  user: PersonRef;
  start: string;
  end: string;
  timezone: string;
  createdAt: Instant;
};

export async function timeOffViews({ db }: Context, rows: readonly TimeOff[]): Promise<TimeOffView[]> {
  const people = await peopleNamed(db, [...new Set(rows.map(({ userId }) => userId))]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => timeOffView(row, names.get(row.userId) ?? row.userId));
}

export const timeOffView = (
  { id, userId, startAt, endAt, timezone, createdAt }: TimeOff,
  name: string,
): TimeOffView => ({ id, user: { id: userId, name }, start: toIso(startAt), end: toIso(endAt), timezone, createdAt });

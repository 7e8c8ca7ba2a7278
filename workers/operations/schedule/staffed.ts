import {
  findSchedule,
  type StaffRow,
  type StoredSchedule,
  staffNamed,
  toSchedule,
} from '../../../db/repositories/schedules';
import type { IsAvailable, Schedule } from '../../../domain/schedule/schedule';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';

/** A person as answers name them. */
export type PersonRef = { id: string; name: string };

/** The people whom schedules name. Only those who are ACTIVE are ever on call: the same answer as the pager's. */
export type Staff = {
  people: ReadonlyMap<string, StaffRow>;
  isActive: IsAvailable;
  refOf: (id: string) => PersonRef;
};

/** A stored schedule, in the format of `domain/schedule` too, with its people. */
export type Staffed = Staff & { stored: StoredSchedule; schedule: Schedule };

/** A schedule with the overrides of the 400 days after `at`, and everybody in it; null if there is none. */
export async function findStaffed({ db }: Context, id: string, at: Instant): Promise<Staffed | null> {
  const stored = await findSchedule(db, id, at);
  if (!stored) return null;
  return { stored, schedule: toSchedule(stored), ...(await staffOf(db, [stored])) };
}

export async function staffOf(
  db: Context['db'],
  schedules: readonly Pick<StoredSchedule, 'layers' | 'overrides'>[],
): Promise<Staff> {
  const rows = await staffNamed(db, [...new Set(schedules.flatMap(everybodyIn))]);
  const people = new Map(rows.map((row) => [row.id, row]));
  return {
    people,
    isActive: (id) => people.get(id)?.status === 'ACTIVE',
    refOf: (id) => ({ id, name: people.get(id)?.name ?? id }),
  };
}

/** Whoever has a turn in a layer, then whoever else has an override; each once. */
export const everybodyIn = ({ layers, overrides }: Pick<StoredSchedule, 'layers' | 'overrides'>): string[] => [
  ...new Set(
    [...layers.flatMap((layer) => layer.users.flat()), ...overrides.map(({ userId }) => userId)].filter(
      (id) => id !== null,
    ),
  ),
];

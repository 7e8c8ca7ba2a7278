import type { StoredOverride, StoredSchedule } from '../../../db/repositories/schedules';
import type { Layer } from '../../../domain/schedule/schedule';
import { type Instant, toIso } from '../../../domain/shared/time';

/** An override as the API has it: `start` and `end` are text, as everywhere in a schedule. */
export type OverrideView = {
  id: string;
  userId: string | null;
  replacesUserId: string | null;
  start: string;
  end: string;
  createdAt: Instant;
};

export type ScheduleView = {
  id: string;
  name: string;
  timezone: string;
  layers: Layer[];
  /** Those that have not ended, in order of creation. */
  overrides: OverrideView[];
  createdAt: Instant;
  updatedAt: Instant;
};

export const overrideViewOf = ({
  id,
  userId,
  replacesUserId,
  startAt,
  endAt,
  createdAt,
}: StoredOverride): OverrideView => ({
  id,
  userId,
  replacesUserId,
  start: toIso(startAt),
  end: toIso(endAt),
  createdAt,
});

export const viewOf = (schedule: StoredSchedule): ScheduleView => ({
  ...schedule,
  overrides: schedule.overrides.map(overrideViewOf),
});

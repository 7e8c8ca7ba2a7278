import {
  activePeople,
  findSchedule,
  insertOverrides,
  knownOverrides,
  type StoredOverride,
  touchSchedule,
} from '../../../db/repositories/schedules';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { type IcalOccurrence, importCalendar } from '../../../domain/schedule/ical-import';
import { personOf } from '../../../domain/schedule/ical-people';
import { failure } from '../../../domain/shared/errors';
import { hashedId } from '../../../domain/shared/hash';
import { ID_PREFIXES } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { missingFailure, optional } from '../config/references';
import { saveChange } from '../config/save';
import { refuseCostly } from '../schedule/limits';
import { refuseOverride, refuseTooMany, wishOf } from '../schedule/override-guard';
import { type OverrideView, overrideViewOf } from '../schedule/view';

/**
 * `text`: a calendar. With `userId` each event puts that person on call, in place of `replacesUserId` or of everybody;
 * with `replacesUserId` alone each event is time off, for which nobody stands in; with neither, each event puts on call
 * whom it names (attendee, or name in the summary). `dryRun`: say what would be done.
 */
export type ImportInput = {
  id: string;
  text: string;
  userId?: string | undefined;
  replacesUserId?: string | undefined;
  dryRun: boolean;
};

export type ImportView = {
  dryRun: boolean;
  /** Events up to this instant were looked at. */
  until: string;
  created: (OverrideView & { summary: string })[];
  skipped: { summary: string; start: string | null; reason: string }[];
  /** Summaries of events that repeat without end: taken up to `until`. */
  endless: string[];
};

const AHEAD = 366 * DAY;

/**
 * Makes overrides of the events of a calendar that have not ended, for a year ahead. An event that was imported before is
 * left out, so that importing again does no harm. All or nothing. Responders may import what they may make by hand.
 * Failures: forbidden, not-found, invalid (the calendar, people), conflict (too many overrides).
 */
export async function importOverrides(context: Context, input: ImportInput): Promise<Result<ImportView>> {
  const { actor, db, now } = context;
  const { id, text, userId, replacesUserId, dryRun } = input;
  const refusal = refuse(actor, 'incident.respond') && refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const schedule = await findSchedule(db, id, now);
  if (!schedule) return err(notFound('schedule'));
  const named = [...optional('USER', userId, 'userId'), ...optional('USER', replacesUserId, 'replacesUserId')];
  const missing = await missingFailure(context, named);
  if (missing) return err(missing);

  const until = now + AHEAD;
  const read = importCalendar(text, { start: now, end: until, zone: schedule.timezone });
  if (typeof read === 'string') return err(failure('invalid', `${read}.`));
  const byName = userId === undefined && replacesUserId === undefined;
  const people = byName ? await activePeople(db) : [];
  const skipped = read.skipped.map(({ summary, reason }) => ({ summary, start: null as string | null, reason }));
  const wanted = new Map<string, { override: StoredOverride; summary: string }>();
  for (const event of read.occurrences) {
    const person = byName ? personOf(event, people) : (userId ?? null);
    if (byName && person === null) {
      skipped.push({ summary: event.summary, start: toIso(event.start), reason: 'it names nobody, or several people' });
      continue;
    }
    const override = overrideOf(context, id, event, person, replacesUserId ?? null);
    wanted.set(override.id, { override, summary: event.summary });
  }
  const known = await knownOverrides(db, [...wanted.keys()]);
  const made = [...wanted.values()].filter(({ override }) => !known.has(override.id));
  for (const { override, summary } of wanted.values()) {
    if (known.has(override.id))
      skipped.push({ summary, start: toIso(override.startAt), reason: 'it was imported before' });
  }

  const overrides = made.map(({ override }) => override);
  const refused = await refuseAll(context, schedule, overrides);
  if (refused) return err(refused);
  if (!dryRun && overrides.length > 0) {
    await saveChange(context, {
      action: 'schedule.import',
      targetKind: 'schedule',
      targetId: id,
      after: { overrides },
      statements: [...insertOverrides(db, overrides), touchSchedule(db, id, now)],
      touches: { kind: 'SCHEDULE', id },
    });
  }
  const created = made.map(({ override, summary }) => ({ ...overrideViewOf(override), summary }));
  return ok({ dryRun, until: toIso(until), created, skipped, endless: read.endless });
}

/** Its id comes from the event, so that the same one is known again. */
function overrideOf(
  { actor, now }: Context,
  scheduleId: string,
  { uid, summary, start, end }: IcalOccurrence,
  userId: string | null,
  replacesUserId: string | null,
): StoredOverride {
  const parts = [scheduleId, uid || summary, start, end, userId ?? '', replacesUserId ?? ''];
  return {
    id: hashedId(ID_PREFIXES.scheduleOverride, parts),
    scheduleId,
    userId,
    replacesUserId,
    startAt: start,
    endAt: end,
    createdAt: now,
    createdBy: actorRef(actor).id ?? null,
  };
}

async function refuseAll(
  context: Context,
  schedule: Parameters<typeof refuseCostly>[0],
  overrides: readonly StoredOverride[],
) {
  for (const override of overrides) {
    const refusal = await refuseOverride(context, schedule.id, wishOf(override));
    if (refusal) return refusal;
  }
  return (
    (await refuseTooMany(context, schedule.id, overrides.length)) ??
    refuseCostly({ ...schedule, overrides: [...schedule.overrides, ...overrides] }, context.now)
  );
}

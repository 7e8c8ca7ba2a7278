import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import {
  comingTimeOff,
  insertTimeOff,
  knownTimeOff,
  MOST_TIME_OFF,
  type TimeOff,
} from '../../../db/repositories/time-off';
import { findUser } from '../../../db/repositories/users';
import { actorRef } from '../../../domain/access/actor';
import { importCalendar } from '../../../domain/schedule/ical-import';
import { failure } from '../../../domain/shared/errors';
import { hashedId } from '../../../domain/shared/hash';
import { ID_PREFIXES } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, toIso } from '../../../domain/shared/time';
import { LONGEST_TIME_OFF } from '../../../domain/time-off/input';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { type TimeOffView, timeOffView } from './view';

/** `text`: a calendar in which each event is time off of one person. `dryRun`: say what would be done. */
export type TimeOffImport = { userId?: string | undefined; text: string; dryRun: boolean };

export type TimeOffImportView = {
  dryRun: boolean;
  /** Events up to this instant were looked at. */
  until: string;
  created: (TimeOffView & { summary: string })[];
  skipped: { summary: string; start: string | null; reason: string }[];
  /** Summaries of events that repeat without end: taken up to `until`. */
  endless: string[];
};

const AHEAD = 366 * DAY;

/**
 * Notes as time off the events of a calendar that have not ended, for a year ahead; an event that was imported before is
 * left out. Times without a zone are on the person's clock. All or nothing.
 * Failures: forbidden, invalid (the calendar, the person), conflict (too many).
 */
export async function importTimeOff(context: Context, input: TimeOffImport): Promise<Result<TimeOffImportView>> {
  const { actor, db, now } = context;
  const userId = input.userId ?? (actor.kind === 'user' ? actor.id : '');
  const refusal = refuseUnlessOwn(actor, userId);
  if (refusal) return err(refusal);
  const person = await findUser(db, userId);
  if (!person) return err(invalidField('userId', 'There is no such person'));
  const until = now + AHEAD;
  const read = importCalendar(input.text, { start: now, end: until, zone: person.timezone });
  if (typeof read === 'string') return err(failure('invalid', `${read}.`));

  const skipped = read.skipped.map(({ summary, reason }) => ({ summary, start: null as string | null, reason }));
  const wanted = new Map<string, { row: TimeOff; summary: string }>();
  for (const { uid, summary, start, end } of read.occurrences) {
    const leaveOut = (reason: string) => skipped.push({ summary, start: toIso(start), reason });
    if (end - start > LONGEST_TIME_OFF) leaveOut('it is longer than 400 days');
    else {
      const id = hashedId(ID_PREFIXES.timeOff, [userId, uid || summary, start, end]);
      const times = { startAt: start, endAt: end, timezone: person.timezone, createdAt: now };
      wanted.set(id, { row: { id, userId, ...times, createdBy: actorRef(actor).id ?? null }, summary });
    }
  }
  const known = await knownTimeOff(db, [...wanted.keys()]);
  for (const { row, summary } of wanted.values()) {
    if (known.has(row.id)) skipped.push({ summary, start: toIso(row.startAt), reason: 'it was imported before' });
  }
  const made = [...wanted.values()].filter(({ row }) => !known.has(row.id));
  if ((await comingTimeOff(db, userId, now)).length + made.length > MOST_TIME_OFF) {
    return err(
      failure('conflict', `A person has ${MOST_TIME_OFF} times off to come at most; export a shorter period.`),
    );
  }
  const rows = made.map(({ row }) => row);
  if (!input.dryRun && rows.length > 0) {
    await runBatch(db, [
      ...insertTimeOff(db, rows),
      recordAudit(context, {
        action: 'time-off.import',
        targetKind: 'user',
        targetId: userId,
        after: { timeOff: rows },
      }),
    ]);
  }
  const created = made.map(({ row, summary }) => ({ ...timeOffView(row, person.name), summary }));
  return ok({ dryRun: input.dryRun, until: toIso(until), created, skipped, endless: read.endless });
}

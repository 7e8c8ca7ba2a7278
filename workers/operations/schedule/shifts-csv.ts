import { holidaysOf } from '../../../db/repositories/schedule-holidays';
import { emailsOf } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { shiftsCsv } from '../../../domain/schedule/shifts-csv';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { shiftsAround } from './fairness';
import { findStaffed } from './staffed';

/** A file to save: its name and its text. */
export type CsvFile = { name: string; text: string };

const USUAL = 90 * DAY;

/**
 * The shifts of [from, to), at most 400 days, cut at both ends, for whoever pays them; the last 90 days if left out.
 * What is past also counts for people who have left since. Failures: forbidden, not-found.
 */
export async function shiftsAsCsv(
  context: Context,
  {
    id,
    from = context.now - USUAL,
    to = context.now,
  }: IdInput & { from?: Instant | undefined; to?: Instant | undefined },
): Promise<Result<CsvFile>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, from);
  if (!found) return err(notFound('schedule'));
  const { people, refOf, stored } = found;
  const [holidays, emails] = await Promise.all([holidaysOf(context.db, id), emailsOf(context.db, [...people.keys()])]);
  const text = shiftsCsv(
    stored.name,
    shiftsAround(found, from, to, context.now).sort((a, b) => a.start - b.start || (a.user < b.user ? -1 : 1)),
    (user) => ({
      ...refOf(user),
      email: emails.get(user) ?? '',
      timezone: people.get(user)?.timezone ?? stored.timezone,
    }),
    holidays.map(({ date }) => date),
  );
  return ok({ name: `shifts-${toIso(from).slice(0, 10)}-${toIso(to).slice(0, 10)}.csv`, text });
}

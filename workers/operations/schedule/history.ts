import { listAudit } from '../../../db/repositories/audit';
import { scheduleNames } from '../../../db/repositories/schedules';
import { peopleNamed } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { historyLines, peopleInEntry } from '../../../domain/schedule/history';
import type { HistoryLine } from '../../../domain/schedule/layer-changes';
import type { IdInput } from '../../../domain/shared/input';
import { limitOf, type Page, type PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';

/** What somebody did to a schedule; each line goes on after their name. */
export type HistoryView = { id: string; at: Instant; by: string; origin: string; changes: HistoryLine[] };

/**
 * A page of what was done to a schedule, newest first, in words. It comes from the audit log, but says nothing of whence
 * a request came, so whoever may read schedules may read it. Failures: forbidden, not-found, invalid (cursor).
 */
export async function scheduleHistory(
  { actor, db }: Context,
  { id, ...page }: PageRequest & IdInput,
): Promise<Result<Page<HistoryView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const [schedule] = await scheduleNames(db, [id]);
  if (!schedule) return err(notFound('schedule'));
  const asked = { ...page, limit: limitOf(page), targetKind: 'schedule', targetId: id };
  const found = pageResult(await listAudit(db, asked));
  if (!found.ok) return found;
  const people = await peopleNamed(db, [...new Set(found.value.data.flatMap(peopleInEntry))]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (userId: string): string => names.get(userId) ?? userId;
  const data = found.value.data.map((entry) => ({
    id: entry.id,
    at: entry.at,
    by: entry.actor.name,
    origin: entry.origin,
    changes: historyLines(entry, { nameOf, timezone: schedule.timezone }),
  }));
  return ok({ ...found.value, data });
}

import { type SessionRow, sessionsOf } from '../../../db/repositories/sessions-of';
import { isExpired } from '../../../domain/access/session-life';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { currentSessionId } from './current';
import { refuseUnlessPerson } from './person';

/** `current`: the session of the request itself. */
export type SessionView = SessionRow & { current: boolean };

/** One's own sessions that still open something, the last used first. Failures: unauthenticated, forbidden (not a person). */
export async function listSessions(
  context: Context,
  { cookie }: { cookie: string | null },
): Promise<Result<SessionView[]>> {
  const person = refuseUnlessPerson(context.actor);
  if (!person.ok) return person;
  const { db, now } = context;
  const [current, rows] = [await currentSessionId(context, cookie), await sessionsOf(db, person.value.id, now)];
  const living = rows.filter((row) => !isExpired(row, now));
  return ok(living.map((row) => ({ ...row, current: row.id === current })));
}

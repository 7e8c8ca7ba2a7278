import { insertSession } from '../../db/repositories/sessions';
import { newSessionTimes, type SessionKind } from '../../domain/access/session-life';
import type { Person } from '../../domain/access/viewer';
import { randomText } from '../../domain/shared/ids';
import type { Context } from '../context';
import { sessionCookieFor } from './authenticate-session';
import { sessionRowId } from './session-token';

/**
 * A new session for somebody who has just proved who they are (sign-in, first set-up, accepted invitation):
 * the statement that stores it, for the caller's batch, and the Set-Cookie value.
 */
export async function startSession(
  context: Context,
  person: Person,
  { kind, userAgent }: { kind: SessionKind; userAgent: string | null },
) {
  const sid = randomText(22, context.random);
  const times = newSessionTimes(kind, context.now);
  const rowId = sessionRowId(sid);
  return {
    rowId,
    statement: insertSession(context.db, {
      ...times,
      id: rowId,
      userId: person.id,
      userAgent: userAgent?.slice(0, 300) ?? null,
      ip: context.ip,
    }),
    setCookie: await sessionCookieFor(context, sid, person, times),
  };
}

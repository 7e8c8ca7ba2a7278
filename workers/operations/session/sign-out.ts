import { recordAudit } from '../../../db/repositories/audit';
import { revokeSession } from '../../../db/repositories/sessions';
import type { Actor } from '../../../domain/access/actor';
import { ok, type Result } from '../../../domain/shared/result';
import { clearedSessionCookie, sessionTokenIn } from '../../access/cookie';
import { sessionRowId, verifySessionToken } from '../../access/session-token';
import type { Context } from '../../context';

/**
 * Ends the session of a Cookie header; without a valid one there is nothing to end. Always answers a Set-Cookie value
 * that clears the cookie. `revoked` is false when the row could not be written (the database is away).
 */
export async function signOut(
  context: Context,
  input: { cookie: string | null },
): Promise<Result<{ setCookie: string; revoked: boolean }>> {
  const { config, db, now } = context;
  const setCookie = clearedSessionCookie(config);
  const text = sessionTokenIn(config, input.cookie);
  const verdict = text === null ? null : await verifySessionToken(config, text, now);
  if (!verdict?.valid) return ok({ setCookie, revoked: true });
  const { sid, person } = verdict.token;
  const rowId = sessionRowId(sid);
  const actor: Actor = { kind: 'user', id: person.id, name: person.name, role: person.role };
  try {
    await db.batch([
      revokeSession(db, rowId, now),
      recordAudit({ ...context, actor }, { action: 'session.revoke', targetKind: 'session', targetId: rowId }),
    ]);
    return ok({ setCookie, revoked: true });
  } catch {
    return ok({ setCookie, revoked: false });
  }
}

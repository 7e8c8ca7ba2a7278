import { findSession, type SessionWithPerson, touchSession } from '../../db/repositories/sessions';
import { withoutConfiguration } from '../../domain/access/offline';
import { isExpired, TOUCH_EVERY, tokenExpiry } from '../../domain/access/session-life';
import { type Person, viewerOf } from '../../domain/access/viewer';
import { type Authentication, type AuthenticationDoors, DATABASE_PATIENCE_MS, refused } from './authentication';
import { sessionCookie, sessionTokenIn } from './cookie';
import { type SessionToken, sessionRowId, signSessionToken, verifySessionToken } from './session-token';
import { within } from './within';

/**
 * Who the session cookie of a request belongs to. The token must be ours and unexpired; then the row decides
 * (revoked, idle, person disabled, today's role), or the token alone while the database is away.
 */
export async function authenticateSession(doors: AuthenticationDoors, request: Request): Promise<Authentication> {
  const { config, db, now } = doors;
  const text = sessionTokenIn(config, request.headers.get('cookie'));
  if (text === null) return { kind: 'anonymous' };
  const verdict = await verifySessionToken(config, text, now);
  if (!verdict.valid) return refused(verdict.reason);
  const { token } = verdict;
  const found = await within(DATABASE_PATIENCE_MS, () => findSession(db, sessionRowId(token.sid)));
  return found.answered ? authenticateByRow(doors, token, found.value) : authenticateByToken(token.person);
}

async function authenticateByRow(
  doors: AuthenticationDoors,
  token: SessionToken,
  session: SessionWithPerson | null,
): Promise<Authentication> {
  if (!session || session.user.id !== token.person.id) return refused('unknown');
  if (session.revokedAt !== null) return refused('revoked');
  if (isExpired(session, doors.now)) return refused('expired');
  if (session.user.status !== 'ACTIVE') return refused('disabled');
  const viewer = viewerOf(session.user);
  return {
    kind: 'authenticated',
    actor: { kind: 'user', id: viewer.id, name: viewer.name, role: viewer.role },
    viewer,
    verifiedOffline: false,
    renewedCookie: await renew(doors, token, session),
  };
}

function authenticateByToken(person: Person): Authentication {
  const actor = withoutConfiguration({ kind: 'user', id: person.id, name: person.name, role: person.role });
  const role = actor.kind === 'user' ? actor.role : person.role;
  return {
    kind: 'authenticated',
    actor,
    viewer: viewerOf({ ...person, role }),
    verifiedOffline: true,
    renewedCookie: null,
  };
}

async function renew(
  { config, db, now, waitUntil }: AuthenticationDoors,
  token: SessionToken,
  session: SessionWithPerson,
): Promise<string | null> {
  const isDue = now - session.lastSeenAt >= TOUCH_EVERY;
  const { person } = token;
  const { user } = session;
  const hasChanged = person.role !== user.role || person.name !== user.name || person.timezone !== user.timezone;
  if (!isDue && !hasChanged) return null;
  // A touch that fails is made up for by the next request.
  if (isDue) waitUntil(touchSession(db, session.id, now).catch(() => undefined));
  return sessionCookieFor({ config, now }, token.sid, user, session);
}

/** The Set-Cookie value with a token made now for a stored session. */
export async function sessionCookieFor(
  { config, now }: Pick<AuthenticationDoors, 'config' | 'now'>,
  sid: string,
  person: Person,
  session: Parameters<typeof tokenExpiry>[0],
): Promise<string> {
  const expiresAt = tokenExpiry(session, now);
  const token = await signSessionToken(config, { sid, person, issuedAt: now, expiresAt });
  return sessionCookie(config, token, Math.floor((expiresAt - now) / 1000));
}

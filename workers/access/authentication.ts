import type { Actor } from '../../domain/access/actor';
import type { Viewer } from '../../domain/access/viewer';
import type { Context } from '../context';

/** Why a credential was not taken; for logs and tests. People are told one sentence for all of them. */
export type RefusalReason = 'malformed' | 'bad-signature' | 'expired' | 'unknown' | 'revoked' | 'disabled';

/**
 * Who is asking. `verifiedOffline`: the database did not answer, so only the signature was checked, and the actor has
 * been reduced to what may be done with incidents (SEMANTICS 25). `renewedCookie` is a value for Set-Cookie.
 */
export type Authentication =
  | { kind: 'anonymous' }
  | { kind: 'refused'; reason: RefusalReason }
  | {
      kind: 'authenticated';
      actor: Actor;
      viewer: Viewer | null;
      verifiedOffline: boolean;
      renewedCookie: string | null;
    };

/** The part of a context that authentication uses. */
export type AuthenticationDoors = Pick<Context, 'config' | 'db' | 'now' | 'waitUntil'>;

/** A database that takes longer than this counts as away: whoever acknowledges a page must not wait for it. */
export const DATABASE_PATIENCE_MS = 2000;

export const refused = (reason: RefusalReason): Authentication => ({ kind: 'refused', reason });

import type { Actor } from '../../domain/access/actor';
import type { Viewer } from '../../domain/access/viewer';
import type { Context } from '../context';
import type { Env } from '../env';

/** What Hono's handlers find in `c.env` and `c.var`. Set by the middleware of this folder. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    /** Also in the header x-request-id, in problems and in the audit log. */
    requestId: string;
    /** For the scripts and the style of this page (CSP). */
    nonce: string;
    /** Somebody not signed in until a middleware has found out who it is. Its `actor` is `actor`. */
    context: Context;
    actor: Actor;
    /** The signed-in person; null for API keys and for nobody. */
    viewer: Viewer | null;
    /** The database was away, so the actor may act on incidents only (SEMANTICS 25). */
    verifiedOffline: boolean;
  };
};

import type { Viewer } from './domain/access/viewer';
import type { Env } from './workers/env';
import type { Operations } from './workers/operations/tree';

declare module '@remix-run/cloudflare' {
  /** What loaders and actions get. `app/` imports types only from `workers/`; everything runs through `operations`. */
  interface AppLoadContext {
    operations: Operations;
    /** The signed-in person, or null. */
    viewer: Viewer | null;
    requestId: string;
    /** For the one inline script that Remix needs (CSP). */
    nonce: string;
    /** The person's choice from the cookie; null follows the system. */
    theme: 'light' | 'dark' | null;
    now: number;
    isLocal: boolean;
    /** Keys without a modifier do something. */
    singleKeys: boolean;
  }
}

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('./workers/index');
      durableNamespaces: 'InboxDO' | 'IncidentDO' | 'LimitsDO' | 'OutboxDO';
    }
    interface Env extends Env_ {
      TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
      TEST_BUCKET: R2Bucket;
    }
  }
}
type Env_ = Env;

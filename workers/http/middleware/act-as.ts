import type { Context } from 'hono';
import type { Origin } from '../../../domain/access/actor';
import type { Authentication } from '../../access/authentication';
import type { AppEnv } from '../app-env';

/** From here on the request acts as who was authenticated. */
export function actAs(
  c: Context<AppEnv>,
  { actor, viewer, verifiedOffline }: Extract<Authentication, { kind: 'authenticated' }>,
  origin: Origin,
): void {
  c.set('actor', actor);
  c.set('viewer', viewer);
  c.set('verifiedOffline', verifiedOffline);
  c.set('context', { ...c.get('context'), actor, origin });
}

import type { Actor } from './actor';
import type { Scope } from './roles';

const SCOPES_OFFLINE: Record<Scope, readonly Scope[]> = {
  read: ['read'],
  'events:write': ['events:write'],
  'incidents:write': ['incidents:write'],
  'config:write': [],
  admin: ['read', 'events:write', 'incidents:write'],
};

/**
 * The actor while the database is away and nobody can tell whether they were disabled since (SEMANTICS 25):
 * all they may do with incidents, and nothing that writes configuration.
 */
export function withoutConfiguration(actor: Actor): Actor {
  switch (actor.kind) {
    case 'user':
      return actor.role === 'ADMIN' ? { ...actor, role: 'RESPONDER' } : actor;
    case 'api-key':
      return { ...actor, scopes: [...new Set(actor.scopes.flatMap((scope) => SCOPES_OFFLINE[scope]))] };
    case 'integration':
    case 'anonymous':
    case 'system':
      return actor;
  }
}

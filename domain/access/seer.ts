import type { Actor } from './actor';

/**
 * Which private incidents an actor sees (SEMANTICS 17): `all`, those they are involved in under their `id`, or none.
 * Seeing as an administrator what one is not involved in is audited.
 */
export type Seer = { sees: 'all' | 'involved'; id: string | null };

export function seerOf(actor: Actor): Seer {
  switch (actor.kind) {
    case 'user':
      return { sees: actor.role === 'ADMIN' ? 'all' : 'involved', id: actor.id };
    case 'api-key':
      return { sees: actor.scopes.includes('admin') ? 'all' : 'involved', id: actor.id };
    case 'system':
      return { sees: 'all', id: null };
    case 'integration':
    case 'anonymous':
      return { sees: 'involved', id: null };
  }
}

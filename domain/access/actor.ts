import type { Role, Scope } from './roles';

/** Through which door a change came; it stands in the timeline and in the audit log. */
export const ORIGINS = [
  'web',
  'api',
  'bulk',
  'push',
  'email',
  'sms',
  'voice',
  'slack',
  'webhook',
  'timer',
  'seed',
] as const;
export type Origin = (typeof ORIGINS)[number];

/** Who does something. Every operation takes one; the system itself is an actor too. */
export type Actor =
  /** `via`: the device in whose hand an answer was given without signing in. */
  | { kind: 'user'; id: string; name: string; role: Role; via?: string }
  | { kind: 'api-key'; id: string; name: string; scopes: readonly Scope[] }
  | { kind: 'integration'; id: string; name: string }
  /** Somebody who is not signed in: may sign in, and nothing else. */
  | { kind: 'anonymous' }
  | { kind: 'system' };

/** The part of an actor that is written into timelines. */
export type ActorRef = { kind: Actor['kind']; id?: string; name: string; via?: string };

export const SYSTEM: Actor = { kind: 'system' };
export const ANONYMOUS: Actor = { kind: 'anonymous' };

export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'system':
      return { kind: 'system', name: 'OpsKnight' };
    case 'anonymous':
      return { kind: 'anonymous', name: 'Somebody not signed in' };
    case 'user':
      return { kind: 'user', id: actor.id, name: actor.name, ...(actor.via ? { via: actor.via } : {}) };
    case 'api-key':
    case 'integration':
      return { kind: actor.kind, id: actor.id, name: actor.name };
  }
}

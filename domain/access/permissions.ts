import type { Failure } from '../shared/errors';
import { failure } from '../shared/errors';
import type { Actor } from './actor';
import type { Role, Scope } from './roles';

/** What can be done, in words that stand in the matrix below and in refusals. Deny by default. */
export const PERMISSIONS = [
  'incident.read',
  'incident.declare',
  'incident.note',
  'incident.respond',
  'config.read',
  'config.write',
  'people.write',
  'secrets.write',
  'outbox.read',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const OBSERVER: Permission[] = ['incident.read', 'config.read'];
const USER: Permission[] = [...OBSERVER, 'incident.declare', 'incident.note'];
const RESPONDER: Permission[] = [...USER, 'incident.respond', 'outbox.read'];

const BY_ROLE: Record<Role, readonly Permission[]> = {
  OBSERVER,
  USER,
  RESPONDER,
  ADMIN: PERMISSIONS,
};

const BY_SCOPE: Record<Scope, readonly Permission[]> = {
  read: OBSERVER,
  'events:write': ['incident.declare'],
  'incidents:write': RESPONDER,
  'config:write': ['config.read', 'config.write', 'people.write'],
  admin: PERMISSIONS,
};

export function permissionsOf(actor: Actor): ReadonlySet<Permission> {
  switch (actor.kind) {
    case 'system':
      return new Set(PERMISSIONS);
    case 'user':
      return new Set(BY_ROLE[actor.role]);
    case 'api-key':
      return new Set(actor.scopes.flatMap((scope) => BY_SCOPE[scope]));
    case 'integration':
    case 'anonymous':
      return new Set();
  }
}

export const can = (actor: Actor, permission: Permission): boolean => permissionsOf(actor).has(permission);

/** Null when allowed, else the failure to hand back. */
export function refuse(actor: Actor, permission: Permission): Failure | null {
  if (can(actor, permission)) return null;
  if (actor.kind === 'anonymous') return failure('unauthenticated', 'Sign in first.');
  return failure('forbidden', `This needs the permission "${permission}".`, { detail: { permission } });
}

import type { Actor } from '../../../domain/access/actor';
import { can, type Permission } from '../../../domain/access/permissions';
import { ROLES, SCOPES } from '../../../domain/access/roles';
import { type Credential, keyWith, STRANGER, signedInAs } from './support';

/** Somebody whom routes are tried as: each role by its session, each scope by its key, and a stranger. */
export type Caller = { name: string; actor: Actor; credential: Credential };

export const may = (caller: Caller, permission: Permission): boolean => can(caller.actor, permission);

export const stranger: Caller = { name: 'a stranger', actor: { kind: 'anonymous' }, credential: STRANGER };

export const people = (): Promise<Caller[]> =>
  Promise.all(
    ROLES.map(async (role): Promise<Caller> => {
      const { id, ...credential } = await signedInAs(role);
      return { name: role, actor: { kind: 'user', id, name: role, role }, credential };
    }),
  );

export const keys = (): Promise<Caller[]> =>
  Promise.all(
    SCOPES.map(async (scope): Promise<Caller> => {
      const { id, ...credential } = await keyWith(scope);
      const name = `a key for ${scope}`;
      return { name, actor: { kind: 'api-key', id, name, scopes: [scope] }, credential };
    }),
  );

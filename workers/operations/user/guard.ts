import { isUniqueViolation } from '../../../db/repositories/batch';
import type { User } from '../../../db/repositories/users';
import type { Actor } from '../../../domain/access/actor';
import { can, refuse } from '../../../domain/access/permissions';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { UpdateUserInput } from '../../../domain/user/input';
import { isSelf } from '../config/own';

/** What people may change of themselves without administering people. */
const OWN_FIELDS = new Set(['name', 'timezone', 'locale']);

/**
 * Whoever may write people may not make themselves an administrator by it: an ADMIN is made, changed or given a
 * password only by somebody with "secrets.write".
 */
export function refuseOverAdmins(actor: Actor, before: User | null, input: UpdateUserInput): Failure | null {
  const isAboutAdmin = before?.role === 'ADMIN' || input.role === 'ADMIN';
  return isAboutAdmin ? refuse(actor, 'secrets.write') : null;
}

/** Null when this actor may make this change of this person. */
export function refuseChange(actor: Actor, before: User, input: UpdateUserInput): Failure | null {
  const fields = Object.entries(input).filter(([, value]) => value !== undefined);
  if (isSelf(actor, before.id) && !can(actor, 'people.write') && fields.every(([name]) => OWN_FIELDS.has(name))) {
    return refuse(actor, 'config.read');
  }
  return refuse(actor, 'people.write') ?? refuseOverAdmins(actor, before, input);
}

/** The failure that a doubled e-mail address is; any other error is thrown again. */
export function emailTaken(error: unknown): Failure {
  if (!isUniqueViolation(error, 'users.email')) throw error;
  return failure('conflict', 'Somebody has this e-mail address already.', {
    fields: [{ path: 'email', message: 'Is taken' }],
  });
}

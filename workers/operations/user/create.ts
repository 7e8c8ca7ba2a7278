import { insertContactMethod } from '../../../db/repositories/contact-methods';
import { insertUser, type User } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { CreateUserInput } from '../../../domain/user/input';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { emailTaken, refuseOverAdmins } from './guard';

/**
 * Adds a person, reachable by e-mail from the first minute (FEATURES §4). ACTIVE with a password, else INVITED, unless
 * `status` says otherwise. Failures: forbidden, conflict (e-mail address).
 */
export async function createUser(context: Context, input: CreateUserInput): Promise<Result<User>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'people.write') ?? refuseOverAdmins(actor, null, input);
  if (refusal) return err(refusal);

  const { password, ...fields } = input;
  const times = { createdAt: now, updatedAt: now };
  const status = input.status ?? (password ? 'ACTIVE' : 'INVITED');
  const user: User = { id: newId('user', random), ...fields, status, ...times };
  const method = {
    id: newId('contactMethod', random),
    userId: user.id,
    kind: 'email' as const,
    value: user.email,
    verifiedAt: now,
    enabled: true,
    ...times,
  };
  const passwordHash = password ? await hashPassword(password) : null;
  try {
    await saveChange(context, {
      action: 'user.create',
      targetKind: 'user',
      targetId: user.id,
      after: user,
      statements: [insertUser(db, { ...user, passwordHash }), insertContactMethod(db, method)],
      touches: user.role === 'ADMIN' ? 'all' : 'none',
    });
  } catch (error) {
    return err(emailTaken(error));
  }
  return ok(user);
}

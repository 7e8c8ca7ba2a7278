import { moveEmailMethod } from '../../../db/repositories/contact-methods';
import { revokeSessionsOf } from '../../../db/repositories/sessions';
import { findUser, hasOtherAdmin, type User, updateUser as updateRow } from '../../../db/repositories/users';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { UpdateUserInput } from '../../../domain/user/input';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { saveChange } from '../config/save';
import { emailTaken, refuseChange } from './guard';

const isAdmin = ({ role, status }: User): boolean => role === 'ADMIN' && status === 'ACTIVE';

/**
 * Changes a person; what is left out stays. Disabling them or giving them a password ends their sessions; an invited
 * person who gets a password becomes ACTIVE. Their e-mail method follows their address.
 * Failures: forbidden, not-found, conflict (e-mail address; the last administrator).
 */
export async function updateUser(context: Context, { id, ...input }: UpdateUserInput & IdInput): Promise<Result<User>> {
  const { actor, db, now } = context;
  const before = await findUser(db, id);
  if (!before) return err(notFound('person'));
  const refusal = refuseChange(actor, before, input);
  if (refusal) return err(refusal);

  const { password, ...fields } = input;
  const status = input.status ?? (password && before.status === 'INVITED' ? 'ACTIVE' : before.status);
  const after: User = { ...before, ...given(fields), status, updatedAt: now };
  if (isAdmin(before) && !isAdmin(after) && !(await hasOtherAdmin(db, id))) {
    return err(failure('conflict', 'This is the last active administrator; make another one first.'));
  }
  const { id: _id, createdAt: _createdAt, ...row } = after;
  const changes = password ? { ...row, passwordHash: await hashPassword(password) } : row;
  const endsSessions = password !== undefined || status === 'DISABLED';
  try {
    await saveChange(context, {
      action: 'user.update',
      targetKind: 'user',
      targetId: id,
      before,
      after: password ? { ...after, password } : after,
      statements: [
        updateRow(db, id, changes),
        ...(after.email === before.email ? [] : [moveEmailMethod(db, id, before.email, after.email, now)]),
        ...(endsSessions ? [revokeSessionsOf(db, id, now)] : []),
      ],
      touches: before.role === 'ADMIN' || after.role === 'ADMIN' ? 'all' : { kind: 'USER', id },
    });
  } catch (error) {
    return err(emailTaken(error));
  }
  return ok(after);
}

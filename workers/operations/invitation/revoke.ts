import { endAccessTokens } from '../../../db/repositories/access-tokens';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findUser } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** Takes a person's invitation back; without one nothing changes. Failures: forbidden, not-found. */
export async function revokeInvitation(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'people.write');
  if (refusal) return err(refusal);
  if (!(await findUser(db, id))) return err(notFound('person'));
  await runBatch(db, [
    endAccessTokens(db, id, now, 'invitation'),
    recordAudit(context, { action: 'invitation.revoke', targetKind: 'user', targetId: id }),
  ]);
  return ok(null);
}

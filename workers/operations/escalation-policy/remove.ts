import { deletePolicy, findPolicy } from '../../../db/repositories/escalation-policies';
import { usesOfPolicy } from '../../../db/repositories/usage';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { inUse, notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes an escalation policy that no service uses. Failures: forbidden, not-found, in-use. */
export async function removePolicy(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findPolicy(db, id);
  if (!before) return err(notFound('escalation policy'));
  const used = inUse('escalation policy', before.name, await usesOfPolicy(db, id));
  if (used) return err(used);
  await saveChange(context, {
    action: 'escalation-policy.remove',
    targetKind: 'escalation-policy',
    targetId: id,
    before,
    statements: [deletePolicy(db, id)],
    touches: 'none',
  });
  return ok(null);
}

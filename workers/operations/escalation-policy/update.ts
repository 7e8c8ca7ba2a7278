import { findPolicy, replacePolicy, type StoredPolicy } from '../../../db/repositories/escalation-policies';
import { refuse } from '../../../domain/access/permissions';
import type { UpdatePolicyInput } from '../../../domain/escalation/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf, withIds } from './steps';
import { type PolicyView, viewOf } from './view';

/**
 * Changes an escalation policy; what is left out stays, `steps` replaces all. Running incidents keep the steps they
 * were opened with (ARCHITECTURE §2). Failures: forbidden, not-found, invalid (unknown targets).
 */
export async function updatePolicy(
  context: Context,
  { id, steps, ...input }: UpdatePolicyInput & IdInput,
): Promise<Result<PolicyView>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findPolicy(db, id);
  if (!before) return err(notFound('escalation policy'));
  const missing = await missingFailure(context, referencesOf(steps, input.lastResort));
  if (missing) return err(missing);
  const after: StoredPolicy = {
    ...before,
    ...given(input),
    steps: steps ? withIds(steps, before.steps, random) : before.steps,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'escalation-policy.update',
    targetKind: 'escalation-policy',
    targetId: id,
    before,
    after,
    statements: replacePolicy(db, after),
    touches: { kind: 'POLICY', id },
  });
  return ok(viewOf(after));
}

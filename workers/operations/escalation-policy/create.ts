import { insertPolicy, type StoredPolicy } from '../../../db/repositories/escalation-policies';
import { refuse } from '../../../domain/access/permissions';
import { type CreatePolicyInput, DEFAULT_REPEAT_AFTER_SECONDS } from '../../../domain/escalation/input';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf, withIds } from './steps';
import { type PolicyView, viewOf } from './view';

/** Adds an escalation policy. Failures: forbidden, invalid (unknown targets). */
export async function createPolicy(context: Context, input: CreatePolicyInput): Promise<Result<PolicyView>> {
  const { actor, db, now, random } = context;
  const refusal =
    refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(input.steps, input.lastResort)));
  if (refusal) return err(refusal);
  const policy: StoredPolicy = {
    ...input,
    id: newId('escalationPolicy', random),
    repeatAfterSeconds: input.repeatAfterSeconds ?? DEFAULT_REPEAT_AFTER_SECONDS,
    steps: withIds(input.steps, [], random),
    createdAt: now,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'escalation-policy.create',
    targetKind: 'escalation-policy',
    targetId: policy.id,
    after: policy,
    statements: insertPolicy(db, policy),
    touches: 'none',
  });
  return ok(viewOf(policy));
}

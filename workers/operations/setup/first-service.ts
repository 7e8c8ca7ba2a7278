import type { Service } from '../../../db/repositories/services';
import { createPolicyInput } from '../../../domain/escalation/input';
import { failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { createPolicy } from '../escalation-policy/create';
import { createService } from '../service/create';

const AGAIN_AFTER_MINUTES = 5;

/**
 * A service and a policy that pages whoever asks, at once and three times again until somebody acknowledges.
 * Failures: forbidden (also for anybody who is no person), invalid.
 */
export async function createFirstService(context: Context, { name }: { name: string }): Promise<Result<Service>> {
  const { actor } = context;
  if (actor.kind !== 'user') return err(failure('forbidden', 'Only a person can be paged.'));
  const policy = await createPolicy(
    context,
    createPolicyInput.parse({
      name: `${name} on call`.slice(0, 200),
      repeat: 3,
      repeatAfterMinutes: AGAIN_AFTER_MINUTES,
      steps: [{ delayMinutes: 0, targets: [{ kind: 'USER', id: actor.id }] }],
    }),
  );
  if (!policy.ok) return policy;
  return createService(context, { name, escalationPolicyId: policy.value.id });
}

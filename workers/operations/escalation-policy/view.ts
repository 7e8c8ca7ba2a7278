import type { StoredPolicy } from '../../../db/repositories/escalation-policies';
import type { EscalationStep } from '../../../domain/escalation/policy';

/** A policy as the API and screens have it: delays in both units, whichever was given. */
export type PolicyView = Omit<StoredPolicy, 'steps'> & {
  repeatAfterMinutes: number;
  steps: (EscalationStep & { delayMinutes: number })[];
};

export const viewOf = (policy: StoredPolicy): PolicyView => ({
  ...policy,
  repeatAfterMinutes: policy.repeatAfterSeconds / 60,
  steps: policy.steps.map((step) => ({ ...step, delayMinutes: step.delaySeconds / 60 })),
});

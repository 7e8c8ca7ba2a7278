import type { StepInput } from '../../../domain/escalation/input';
import type { EscalationStep, Target } from '../../../domain/escalation/policy';
import { newId, type RandomBytes } from '../../../domain/shared/ids';
import type { NamedReference } from '../config/references';

/** Steps as they are stored. The id of a step goes on with its place, so that an edited policy is recognised. */
export const withIds = (steps: StepInput[], before: readonly EscalationStep[], random: RandomBytes): EscalationStep[] =>
  steps.map((step, i) => ({ id: before[i]?.id ?? newId('escalationStep', random), ...step }));

/** Everything that steps and last resort page. */
export const referencesOf = (
  steps: readonly StepInput[] = [],
  lastResort: readonly Target[] = [],
): NamedReference[] => [
  ...steps.flatMap(({ targets }, i) => targets.map((target, j) => named(target, `steps/${i}/targets/${j}/id`))),
  ...lastResort.map((target, i) => named(target, `lastResort/${i}/id`)),
];

const named = ({ kind, id }: Target, path: string): NamedReference => ({ kind, id, path });

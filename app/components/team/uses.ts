import type { Target } from '../../../domain/escalation/policy';

type Policy = {
  id: string;
  name: string;
  steps: readonly { targets: readonly Target[] }[];
  lastResort: readonly Target[];
};

/** The policies that page a team, in a step or as their last resort. */
export function policiesPaging<P extends Policy>(policies: readonly P[], teamId: string): P[] {
  const isIt = ({ kind, id }: Target): boolean => kind === 'TEAM' && id === teamId;
  return policies.filter(
    ({ steps, lastResort }) => lastResort.some(isIt) || steps.some((step) => step.targets.some(isIt)),
  );
}

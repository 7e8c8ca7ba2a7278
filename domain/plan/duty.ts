import type { EscalationPolicy } from '../escalation/policy';
import type { Instant } from '../shared/time';
import type { PagingPlan } from './plan';
import { peopleFor } from './targets';

/** Who is paged after somebody, by one policy. */
export type Backup = { policy: string; people: string[]; afterSeconds: number };

/**
 * The backups of a person at an instant: of each policy that pages them, whoever the next step reaches that stands for
 * somebody else. `plan` knows everybody whom the policies name.
 */
export function backupsOf(
  userId: string,
  policies: readonly Pick<EscalationPolicy, 'name' | 'steps'>[],
  plan: PagingPlan,
  at: Instant,
): Backup[] {
  return policies.flatMap(({ name, steps }): Backup[] => {
    const reached = steps.map((step) => step.targets.flatMap((target) => peopleFor(target, plan, at).people));
    const own = reached.findIndex((people) => people.some(({ id }) => id === userId));
    if (own < 0) return [];
    let afterSeconds = 0;
    for (let index = own + 1; index < steps.length; index += 1) {
      afterSeconds += steps[index]?.delaySeconds ?? 0;
      const others = new Map(reached[index]?.filter(({ id }) => id !== userId).map(({ id, name: who }) => [id, who]));
      if (others.size > 0) return [{ policy: name, people: [...others.values()], afterSeconds }];
    }
    return [{ policy: name, people: [], afterSeconds: 0 }];
  });
}

import { PRIORITIES, type Priority } from '../incident/incident';
import type { Instant } from '../shared/time';
import { acknowledgedInTime, type Figure, resolvedInTime } from './figures';
import type { Measures } from './measures';
import type { Part } from './span';
import { addUp } from './sum';

/** How a service kept its targets for one priority; `priority` null: the incidents that have none. */
export type ComplianceLine = {
  serviceId: string;
  priority: Priority | null;
  incidents: number;
  acknowledged: Figure;
  resolved: Figure;
};

const rank = (priority: Priority | null): number =>
  priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);

/** A line for each service and priority that had an incident, in order of service and priority. */
export function complianceLines(all: readonly Part[], now: Instant): ComplianceLine[] {
  const groups = new Map<string, { serviceId: string; priority: Priority | null; parts: Measures[] }>();
  for (const { serviceId, priority, measures } of all) {
    const name = `${priority ?? ''} ${serviceId}`;
    const group = groups.get(name);
    if (group) group.parts.push(measures);
    else groups.set(name, { serviceId, priority, parts: [measures] });
  }
  return [...groups.values()]
    .map(({ serviceId, priority, parts }) => {
      const sum = addUp(parts);
      return {
        serviceId,
        priority,
        incidents: sum.incidents,
        acknowledged: acknowledgedInTime(sum, now),
        resolved: resolvedInTime(sum, now),
      };
    })
    .toSorted((a, b) => a.serviceId.localeCompare(b.serviceId) || rank(a.priority) - rank(b.priority));
}

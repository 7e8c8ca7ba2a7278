import type { IncidentStatus } from '../../../domain/incident/incident';

/** So many unacknowledged incidents of one service, and more, are offered to be acknowledged together (UX §1A 6). */
const MANY = 4;
/** What one press can carry (the bulk operation takes a hundred). */
const MOST = 100;

type Incident = { id: string; status: IncidentStatus; serviceId: string; serviceName: string };
export type Burst = { serviceId: string; serviceName: string; ids: string[] };

/** Services with many incidents that nobody has acknowledged, the busiest first. */
export function burstsOf(incidents: readonly Incident[]): Burst[] {
  const bursts = new Map<string, Burst>();
  for (const { id, status, serviceId, serviceName } of incidents) {
    if (status !== 'OPEN' && status !== 'ESCALATED') continue;
    const burst = bursts.get(serviceId) ?? { serviceId, serviceName, ids: [] };
    if (burst.ids.length < MOST) burst.ids.push(id);
    bursts.set(serviceId, burst);
  }
  return [...bursts.values()].filter(({ ids }) => ids.length >= MANY).sort((a, b) => b.ids.length - a.ids.length);
}

import type { Priority, Urgency } from '../incident/incident';
import { autoWords } from './auto-words';
import { serviceState } from './component';
import type { StatusPage } from './page';
import type { ReportedState } from './report';

export type ReportProposal = { title: string; components: ReportedState[] };

/**
 * What a report of an incident would begin with on a page: the components that visitors know its service by, with what
 * its urgency and priority say of them. The title names those, never the incident, whose own is not for visitors. Null:
 * the page shows nothing of the service.
 */
export function proposeReport(
  { language, components }: Pick<StatusPage, 'language' | 'components'>,
  incident: { serviceId: string; urgency: Urgency; priority: Priority | null },
): ReportProposal | null {
  const concerned = components.filter(({ serviceIds }) => serviceIds.includes(incident.serviceId));
  if (concerned.length === 0) return null;
  const worst = serviceState({ incidents: [incident], inMaintenance: false });
  const state = worst === 'OPERATIONAL' ? 'DEGRADED' : worst;
  const names = new Intl.ListFormat(language).format(concerned.map(({ name }) => name));
  return {
    title: autoWords(language).problem(names).slice(0, 200),
    components: concerned.map(({ id }) => ({ componentId: id, state })),
  };
}

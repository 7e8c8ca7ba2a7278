import { INCIDENT_STATUSES, type IncidentStatus, URGENCIES, type Urgency } from '../../../domain/incident/incident';
import { UNACKNOWLEDGED, UNRESOLVED } from './words';

/** The list's address as its form shows it. Whatever else stands there is ignored. */
export type IncidentFilter = {
  q: string;
  status: '' | 'unacknowledged' | 'any' | IncidentStatus;
  urgency: '' | Urgency;
  service: string;
  assignee: '' | 'me';
  /** Anything is set that the plain list has not. */
  active: boolean;
};

export function readFilter(params: URLSearchParams): IncidentFilter {
  const one = <T extends string>(name: string, known: readonly T[]): T | '' => {
    const value = params.get(name);
    return known.find((item) => item === value) ?? '';
  };
  const filter = {
    q: (params.get('q') ?? '').trim().slice(0, 200),
    status: one('status', ['unacknowledged', 'any', ...INCIDENT_STATUSES] as const),
    urgency: one('urgency', URGENCIES),
    service: (params.get('service') ?? '').slice(0, 64),
    assignee: one('assignee', ['me'] as const),
  };
  return { ...filter, active: Object.values(filter).some((value) => value !== '') };
}

/** The states a filter asks for; undefined: all. */
export function statusesOf({ status }: IncidentFilter): IncidentStatus[] | undefined {
  if (status === 'any') return undefined;
  if (status === '') return UNRESOLVED;
  return status === 'unacknowledged' ? UNACKNOWLEDGED : [status];
}

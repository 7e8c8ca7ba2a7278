import type { IncidentStatus } from '../incident/incident';
import type { Instant } from '../shared/time';

/** One page of low urgency that waits for its person's digest. */
export type DigestItem = {
  id: string;
  userId: string;
  incidentId: string;
  title: string;
  serviceName: string;
  at: Instant;
  /** When the digest goes out. */
  dueAt: Instant;
};

/** The same as it is told: with the incident as it is by then, null where it is not kept any more. */
export type DigestLine = Pick<DigestItem, 'title' | 'serviceName'> & {
  number: number | null;
  status: IncidentStatus | null;
};
export type DigestContent = { kind: 'low-digest'; lines: DigestLine[]; url: string };

import type { IncidentStatus } from '../incident/incident';
import type { Instant } from '../shared/time';
import { isOpen, lineOf, listing } from './languages/listing';

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

const STATUS_WORDS: Record<IncidentStatus, string> = {
  OPEN: 'open',
  ACKNOWLEDGED: 'acknowledged',
  SNOOZED: 'snoozed',
  ESCALATED: 'open',
  SUPPRESSED: 'suppressed',
  RESOLVED: 'resolved',
};

/** What the digest says: how many of low urgency there were, how many are open still, and which. */
export function digestWords({ lines, url }: DigestContent) {
  const count = `${lines.length} low-urgency ${lines.length === 1 ? 'incident' : 'incidents'}`;
  const open = lines.filter(isOpen).length;
  const subject = `${count}, ${open === 0 ? 'none open' : `${open} open`}`;
  const told = lines.map((one) => lineOf(one, STATUS_WORDS, 'a service', 'Untitled incident'));
  const { label, short, ...said } = listing(subject, told, {
    intro: `${subject}. They came in since your last digest.`,
    rest: (left) => `and ${left} more.`,
    label: 'Open the incidents',
    after: ['You get a digest because you asked for one in your profile. Pages of higher urgency reach you at once.'],
    spoken: `You have ${subject}.`,
  });
  return { ...said, link: { label: label ?? '', url }, code: null, short: `${short} ${url}` };
}

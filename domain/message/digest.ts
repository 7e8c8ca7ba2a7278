import type { IncidentStatus } from '../incident/incident';
import { line } from '../notification/render/plain';
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

const SHOWN = 30;
const IN_SHORT = 3;

const STATUS_WORDS: Record<IncidentStatus, string> = {
  OPEN: 'open',
  ACKNOWLEDGED: 'acknowledged',
  SNOOZED: 'snoozed',
  ESCALATED: 'open',
  SUPPRESSED: 'suppressed',
  RESOLVED: 'resolved',
};

/** "#1042 checkout: Disk full (open)" */
const sentenceOf = ({ number, serviceName, title, status }: DigestLine): string => {
  const what = `${line(serviceName, 60) || 'a service'}: ${line(title, 120) || 'Untitled incident'}`;
  return `${number === null ? '' : `#${number} `}${what}${status ? ` (${STATUS_WORDS[status]})` : ''}`;
};

/** What the digest says: how many of low urgency there were, how many are open still, and which. */
export function digestWords({ lines, url }: DigestContent) {
  const count = `${lines.length} low-urgency ${lines.length === 1 ? 'incident' : 'incidents'}`;
  const open = lines.filter(({ status }) => status === 'OPEN' || status === 'ESCALATED').length;
  const subject = `${count}, ${open === 0 ? 'none open' : `${open} open`}`;
  const told = lines.slice(0, SHOWN).map(sentenceOf);
  const left = lines.length - SHOWN;
  const short = lines.slice(0, IN_SHORT).map(sentenceOf).join('; ');
  return {
    subject,
    before: [`${subject}. They came in since your last digest.`, ...told, ...(left > 0 ? [`and ${left} more.`] : [])],
    link: { label: 'Open the incidents', url },
    code: null,
    after: ['You get a digest because you asked for one in your profile. Pages of higher urgency reach you at once.'],
    short: `${subject}: ${short}${lines.length > IN_SHORT ? ' …' : ''} ${url}`,
    spoken: `You have ${subject}.`,
  };
}

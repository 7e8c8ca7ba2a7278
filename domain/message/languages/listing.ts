import type { IncidentStatus } from '../../incident/incident';
import { line } from '../../notification/render/plain';
import type { DigestLine } from '../digest';
import type { Said } from './said';

const SHOWN = 30;
const IN_SHORT = 3;

export const isOpen = ({ status }: DigestLine): boolean => status === 'OPEN' || status === 'ESCALATED';

/** "#1042 checkout: Disk full (open)" */
export function lineOf(
  { number, serviceName, title, status }: DigestLine,
  words: Record<IncidentStatus, string>,
  noService: string,
  noTitle: string,
): string {
  const what = `${line(serviceName, 60) || noService}: ${line(title, 120) || noTitle}`;
  return `${number === null ? '' : `#${number} `}${what}${status ? ` (${words[status]})` : ''}`;
}

type Around = { intro: string; rest: (left: number) => string; label: string; after: string[]; spoken: string };

/** A list under its heading: so many lines in a mail, the first of them where there is one line. */
export function listing(subject: string, lines: readonly string[], { intro, rest, ...around }: Around): Said {
  const left = lines.length - SHOWN;
  const short = lines.slice(0, IN_SHORT).join('; ');
  return {
    ...around,
    subject,
    before: [intro, ...lines.slice(0, SHOWN), ...(left > 0 ? [rest(left)] : [])],
    short: `${subject}: ${short}${lines.length > IN_SHORT ? ' …' : ''}`,
  };
}

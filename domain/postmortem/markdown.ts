import { type Instant, toIso } from '../shared/time';
import type { ActionItem } from './action-item';
import { type Postmortem, SECTION_WORDS, SECTIONS } from './postmortem';

const utc = (at: Instant): string => `${toIso(at).slice(0, 16).replace('T', ' ')} UTC`;

/** Text that stands in one line of markdown as it is, and begins nothing of its own. */
const inline = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/([\\`*_[\]<>#|])/g, '\\$1');

const impactLine = ({ impactStartAt, impactEndAt }: Postmortem): string[] => {
  if (impactStartAt === null) return [];
  return [`- Impact: ${utc(impactStartAt)} to ${impactEndAt === null ? 'now' : utc(impactEndAt)}`];
};

/** The postmortem as a markdown document; times in UTC, sections as they were written. */
export function postmortemAsMarkdown(
  one: Postmortem,
  { items, serviceName, nameOf }: { items: readonly ActionItem[]; serviceName: string; nameOf: (id: string) => string },
): string {
  const sections = SECTIONS.flatMap((name) => {
    const text = one.sections[name].trim();
    return text === '' ? [] : [`## ${SECTION_WORDS[name]}`, text];
  });
  const events = one.events.filter(({ kept }) => kept).map(({ at, text }) => `- ${utc(at)}: ${inline(text)}`);
  const done = items.map(({ title, status, ownerId, dueOn, priority }) => {
    const facts = [priority, ownerId === null ? 'nobody' : nameOf(ownerId), dueOn === null ? '' : `due ${dueOn}`];
    return `- [${status === 'COMPLETED' ? 'x' : ' '}] ${inline(title)} (${facts.filter(Boolean).map(inline).join(', ')})`;
  });
  return `${[
    `# ${inline(one.title)}`,
    [
      `- Incident: ${one.incidentNumber === null ? one.incidentId : `#${one.incidentNumber}`}`,
      `- Service: ${inline(serviceName)}`,
      `- Status: ${one.status}`,
      ...impactLine(one),
    ].join('\n'),
    ...sections,
    ...(events.length > 0 ? ['## Timeline', events.join('\n')] : []),
    ...(done.length > 0 ? ['## Action items', done.join('\n')] : []),
  ].join('\n\n')}\n`;
}

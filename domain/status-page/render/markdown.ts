import type { Instant } from '../../shared/time';
import { pageWords } from '../languages/words';
import type { PublicReport } from '../public';
import { activeWork, indicatorOf, openReports, plannedWork } from '../summary';
import type { View } from './layout';
import { type Clock, endText, momentText } from './text';

/** What somebody wrote, as one line in which nothing means anything to Markdown. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    // What would begin a list or underline a heading.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const when = (at: Instant, clock: Clock): string => plain(momentText(at, clock));

function reportLines({ url }: View, report: PublicReport, clock: Clock): string[] {
  const { words } = clock;
  const { title, status, startsAt, endsAt, updates, components, nextUpdateAt } = report;
  return [
    `- [${plain(title)}](${url}/reports/${report.id}): ${words.statuses[status]}`,
    ...(report.kind === 'maintenance' && endsAt !== null
      ? [`  - ${plain(words.from(momentText(startsAt, clock), endText(startsAt, endsAt, clock)))}`]
      : []),
    ...(components.length > 0 ? [`  - ${plain(words.affects(components.map(({ name }) => name).join(', ')))}`] : []),
    ...updates.slice(0, 1).map(({ body, at }) => `  - ${when(at, clock)}: ${plain(body)}`),
    ...(nextUpdateAt === null ? [] : [`  - ${plain(words.nextUpdate(momentText(nextUpdateAt, clock)))}`]),
  ];
}

/**
 * How things are, as Markdown for whoever reads pages by program (llmstxt.org: a heading, a quoted summary, lists of
 * links): the sentence, what is under way and planned, each component, and where more stands.
 */
export function statusMarkdown(view: View): string {
  const { page, url, language } = view;
  const words = pageWords(language);
  const clock = { timezone: page.timezone, words };
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
  const reports = (list: readonly PublicReport[]) => list.flatMap((one) => reportLines(view, one, clock));
  const current = reports([...openReports(page), ...activeWork(page)]);
  const more = ['history', 'api/v2/summary.json', 'history.atom', 'feed.json', 'calendar.ics'];
  return `${[
    `# ${plain(words.title(page.name))}`,
    '',
    `> ${words.sentence[indicatorOf(page)]} ${plain(words.updated(momentText(page.updatedAt, clock)))}`,
    ...(page.description ? ['', plain(page.description)] : []),
    ...(current.length > 0 ? ['', ...current] : []),
    ...section(
      words.components,
      page.components.map(
        ({ name, group, state }) => `- ${plain(group ? `${group}: ${name}` : name)}: ${words.states[state]}`,
      ),
    ),
    ...section(words.planned, reports(plannedWork(page))),
    ...section(
      words.feeds.trim(),
      more.map((path) => `- [${path}](${url}/${path})`),
    ),
  ].join('\n')}\n`;
}

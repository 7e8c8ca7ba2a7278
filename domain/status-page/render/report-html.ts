import type { PublicReport } from '../public';
import { isOver } from '../report';
import type { View } from './layout';
import { hrefOf } from './layout';
import { postmortemsUnder } from './postmortem-html';
import { type Clock, endText, esc, listText, momentHtml, prose } from './text';

/** The word of a report is told with its times, so that a promise that was missed is seen as one. */
function promise({ nextUpdateAt, isOverdue, status }: PublicReport, clock: Clock): string {
  if (nextUpdateAt === null || isOver({ status })) return '';
  const { words } = clock;
  const time = momentHtml(nextUpdateAt, clock);
  const said = isOverdue ? words.overdue('\u0000') : words.nextUpdate('\u0000');
  return `<p class="m">${esc(said).replace('\u0000', time)}</p>`;
}

/** One report with all its updates, newest first. */
export function reportHtml(view: View, report: PublicReport, clock: Clock, heading: 'h1' | 'h3' = 'h3'): string {
  const { words } = clock;
  const title = esc(report.title);
  const head =
    heading === 'h1'
      ? `<h1>${title}</h1>`
      : `<h3><a href="${esc(hrefOf(view, `/reports/${report.id}`))}">${title}</a></h3>`;
  const names = report.components.map(({ name }) => name);
  const when =
    report.kind === 'maintenance' && report.endsAt !== null
      ? `<p class="m">${esc(words.from('\u0000', '\u0001'))
          .replace('\u0000', momentHtml(report.startsAt, clock))
          .replace('\u0001', momentHtml(report.endsAt, clock, endText(report.startsAt, report.endsAt, clock)))}</p>`
      : '';
  const updates = report.updates.map(
    ({ status, body, at }) => `<li><b>${esc(words.statuses[status])}</b> ${momentHtml(at, clock)}${prose(body)}`,
  );
  return `<article class="r">${head}${when}${names.length > 0 ? `<p class="m">${esc(words.affects(listText(names, words)))}</p>` : ''}${promise(report, clock)}<ol>${updates.join('')}</ol>${postmortemsUnder(view, report.id)}</article>`;
}

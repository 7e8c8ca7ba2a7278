import { pageWords } from '../languages/words';
import { hrefOf, htmlDocument, type StatusDocument, type View } from './layout';
import { postmortemsAlone } from './postmortem-html';
import { reportHtml } from './report-html';
import { esc, momentHtml } from './text';

const PER_PAGE = 20;

/** One report at an address of its own; null: there is no such report. */
export function reportPage(view: View, id: string): StatusDocument | null {
  const { page, language } = view;
  const report = page.reports.find((one) => one.id === id);
  if (!report) return null;
  const words = pageWords(language);
  const clock = { timezone: page.timezone, words };
  // Of planned work the head says both ends, and it may be yet to begin.
  const began =
    report.kind === 'maintenance' && report.endsAt !== null
      ? ''
      : `<p class="m">${esc(words.started('\u0000')).replace('\u0000', momentHtml(report.startsAt, clock))}</p>`;
  const body = `${reportHtml(view, report, clock, 'h1')}${began}<p><a href="${esc(hrefOf(view, ''))}">${esc(words.back)}</a></p>`;
  return htmlDocument(view, {
    title: `${report.title} – ${page.name}`,
    body,
    path: `/reports/${id}`,
    states: new Set(),
  });
}

/** Everything that was ever reported, newest first; null beyond the last page. */
export function historyPage(view: View, number: number): StatusDocument | null {
  const { page, language } = view;
  const words = pageWords(language);
  const clock = { timezone: page.timezone, words };
  const last = Math.max(1, Math.ceil(page.reports.length / PER_PAGE));
  if (!Number.isInteger(number) || number < 1 || number > last) return null;
  const shown = page.reports.slice((number - 1) * PER_PAGE, number * PER_PAGE);
  const at = (n: number) => esc(hrefOf(view, '/history', n === 1 ? {} : { page: String(n) }));
  const body = [
    `<h1>${esc(words.history)}</h1>`,
    number === 1 ? postmortemsAlone(view) : '',
    shown.length > 0
      ? shown.map((report) => reportHtml(view, report, clock)).join('')
      : `<p class="m">${esc(words.nothing)}</p>`,
    number > 1 ? `<p><a href="${at(number - 1)}" rel="prev">${esc(words.newer)}</a></p>` : '',
    number < last ? `<p><a href="${at(number + 1)}" rel="next">${esc(words.older)}</a></p>` : '',
    `<p><a href="${esc(hrefOf(view, ''))}">${esc(words.back)}</a></p>`,
  ].join('');
  const title = `${words.history} – ${page.name}`;
  return htmlDocument(view, { title, body, path: '/history', states: new Set() });
}

/** A real 404, in the page's own look. */
export function notFoundPage(view: View): StatusDocument {
  const words = pageWords(view.language);
  const body = `<h1>${esc(words.notFound)}</h1><p><a href="${esc(hrefOf(view, ''))}">${esc(words.back)}</a></p>`;
  return htmlDocument(view, { title: `404 – ${view.page.name}`, body, path: '', states: new Set() });
}

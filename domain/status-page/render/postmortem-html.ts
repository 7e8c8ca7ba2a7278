import { POSTMORTEM_WORDS } from '../languages/postmortem-words';
import { pageWords } from '../languages/words';
import type { PublicPostmortem } from '../public-postmortem';
import { hrefOf, htmlDocument, type StatusDocument, type View } from './layout';
import { type Clock, esc, momentHtml, prose } from './text';

const pathOf = ({ id }: { id: string }): string => `/postmortems/${id}`;

/** Pages that were stored before there were any have none. */
const postmortemsOf = ({ page }: View): readonly PublicPostmortem[] => page.postmortems ?? [];

/** What a visitor reads of it; the console shows the same before it is published. */
export function postmortemArticle(
  one: Omit<PublicPostmortem, 'id' | 'reportId'>,
  clock: Clock,
  language: View['language'],
): string {
  const { published } = POSTMORTEM_WORDS[language];
  const when = esc(published('\u0000')).replace('\u0000', momentHtml(one.publishedAt, clock));
  return `<article class="r"><h1>${esc(one.title)}</h1><p class="m">${when}</p>${prose(one.summary)}${prose(one.body)}</article>`;
}

/** One postmortem at an address of its own; null: there is no such one. */
export function postmortemPage(view: View, id: string): StatusDocument | null {
  const { page, language } = view;
  const one = postmortemsOf(view).find((other) => other.id === id);
  if (!one) return null;
  const words = pageWords(language);
  const report = page.reports.find((other) => other.id === one.reportId);
  const up = report ? `<p><a href="${esc(hrefOf(view, `/reports/${report.id}`))}">${esc(report.title)}</a></p>` : '';
  const body = `${postmortemArticle(one, { timezone: page.timezone, words }, language)}${up}<p><a href="${esc(hrefOf(view, ''))}">${esc(words.back)}</a></p>`;
  return htmlDocument(view, { title: `${one.title} – ${page.name}`, body, path: pathOf(one), states: new Set() });
}

const linkTo = (view: View, one: PublicPostmortem): string => {
  const { postmortem } = POSTMORTEM_WORDS[view.language];
  return `<p class="m">${esc(postmortem)}: <a href="${esc(hrefOf(view, pathOf(one)))}">${esc(one.title)}</a></p>`;
};

/** The line under a report that leads to its postmortems. */
export const postmortemsUnder = (view: View, reportId: string): string =>
  postmortemsOf(view)
    .filter((one) => one.reportId === reportId)
    .map((one) => linkTo(view, one))
    .join('');

/** Those that stand under no report that the page has; they begin the history. */
export const postmortemsAlone = (view: View): string =>
  postmortemsOf(view)
    .filter(({ reportId }) => !view.page.reports.some(({ id }) => id === reportId))
    .map((one) => linkTo(view, one))
    .join('');

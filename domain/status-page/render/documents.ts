import { PAGE_LANGUAGES, type PageLanguage } from '../page';
import type { PublicPage } from '../public';
import { badge } from './badge';
import { calendar } from './calendar';
import { atom, jsonFeed, rss } from './feeds';
import { historyPage, reportPage } from './history-html';
import { homeHtml } from './home-html';
import type { StatusDocument, View } from './layout';
import { statusMarkdown } from './markdown';
import { postmortemPage } from './postmortem-html';
import { statuspageJson } from './statuspage-json';

/** What was asked for below a page's address. */
export type StatusPath = { path: string; language: PageLanguage | null; number: number };

/** The one path with further pages. */
const PAGED = '/history';

/**
 * Reads path and query as a page takes them; whatever else is in the query is nobody's business, so that no visitor can
 * have one document kept under many names.
 */
export function readStatusPath(path: string, query: URLSearchParams): StatusPath {
  const asked = query.get('lang');
  const plain = path.replace(/\/+$/, '');
  const number = plain === PAGED && /^\d{1,4}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1;
  return {
    path: plain,
    language: PAGE_LANGUAGES.find((one) => one === asked) ?? null,
    number,
  };
}

/** The name under which a document is kept. */
export const keyOfPath = ({ path, language, number }: StatusPath): string => `${path}?${language ?? ''}&${number}`;

/** No document is ever kept under this name: whoever asks for it gets the page itself. */
export const PAGE_ITSELF = '//';

const made = (type: string, body: string): StatusDocument => ({ type, body, policy: null });

/** Documents that are not for people to read, by their path; each with how it is made. */
const MACHINES: Record<string, (view: View) => StatusDocument> = {
  '/history.rss': (view) => made('application/rss+xml; charset=utf-8', rss(view)),
  '/history.atom': (view) => made('application/atom+xml; charset=utf-8', atom(view)),
  '/feed.json': (view) => made('application/feed+json; charset=utf-8', jsonFeed(view)),
  '/calendar.ics': (view) => made('text/calendar; charset=utf-8', calendar(view)),
  '/status.md': (view) => made('text/markdown; charset=utf-8', statusMarkdown(view)),
  '/llms.txt': (view) => made('text/plain; charset=utf-8', statusMarkdown(view)),
  '/badge.svg': (view) => made('image/svg+xml; charset=utf-8', badge(view)),
};

/** Where they stand. */
export const MACHINE_PATHS: readonly string[] = Object.keys(MACHINES);

const API = '/api/v2/';

/** What programs read, from any other site too. */
export const isForMachines = (path: string): boolean => path.startsWith('/api/') || Object.hasOwn(MACHINES, path);

/** Every document of a page by its path, from what visitors may know of it alone; null: there is nothing. */
export function statusDocument(
  page: PublicPage,
  url: string,
  { path, language, number }: StatusPath,
): StatusDocument | null {
  const view: View = { page, url, language: language ?? page.language };
  if (path.startsWith(API)) {
    const json = statuspageJson(view, path.slice(API.length));
    return json === null ? null : made('application/json; charset=utf-8', json);
  }
  const machine = Object.hasOwn(MACHINES, path) ? MACHINES[path] : undefined;
  if (machine) return machine(view);
  if (path === '') return homeHtml(view);
  if (path === PAGED) return historyPage(view, number);
  const postmortem = /^\/postmortems\/([\w]{1,64})$/.exec(path)?.[1];
  if (postmortem) return postmortemPage(view, postmortem);
  const report = /^\/reports\/([\w]{1,64})$/.exec(path)?.[1];
  return report ? reportPage(view, report) : null;
}

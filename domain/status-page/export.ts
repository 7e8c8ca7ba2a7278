import { STATUSPAGE_DOCUMENTS } from './render/statuspage-json';

/** What a page answers under one of its paths. */
export type Readable = { type: string; body: string | Uint8Array };
/** A file of a copy of a page; `file` is its path below the root of the host that serves the copy. */
export type ExportedFile = Readable & { file: string };

const FEEDS = ['history.rss', 'history.atom', 'feed.json', 'calendar.ics', 'badge.svg'];
const LOGOS = ['logo', 'logo-dark'];
/** More pages of history than a page keeps reports for. */
const MOST_PAGES = 100;

const LINK = /\b(href|src|srcset|action)="([/?][^"]*)"/g;

/** What only the live page can answer: forms, and other languages. */
const NEEDS_LIVE = /^\/(subscribe|confirm|unsubscribe|enter)\b|[?&;]lang=/;

/**
 * The HTML as it stands at the root of another host: its links lead to the files beside it, and to the live page where no
 * file can answer.
 */
export function atRoot(html: string, address: string): string {
  const prefix = new URL(address).pathname.replace(/\/$/, '');
  return html.replace(LINK, (whole, name: string, link: string) => {
    const path = link.slice(prefix.length);
    if (!link.startsWith(prefix) || !/^([/?#]|$)/.test(path)) return whole;
    if (NEEDS_LIVE.test(path)) return `${name}="${address}${path}"`;
    return `${name}="${path.replace(/^\/history\?page=(\d+)$/, '/history/$1') || '/'}"`;
  });
}

const named = (file: string, { type, body }: Readable): ExportedFile => ({ file, type, body });
const textOf = ({ body }: Readable): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));

/** What pages link to in a folder, each once. A report links to its postmortem, so those come after the reports. */
const linkedFrom = (pages: readonly { html: string }[], folder: string): Set<string> =>
  new Set(
    pages.flatMap(({ html }) => [...html.matchAll(new RegExp(`/${folder}/(\\w+)"`, 'g'))].map(([, id = '']) => id)),
  );

/**
 * A public page as files that any host serves from its root: the page, its history, every report and postmortem in it, all documents
 * and feeds, its logos. `address` is the page's, without a slash at the end; `read` gives what stands under a path of it,
 * null for nothing. The language is that of the page. Throws where a part that every page has is missing.
 */
export async function exportedFiles(
  address: string,
  read: (path: string) => Promise<Readable | null>,
): Promise<ExportedFile[]> {
  const needed = async (path: string): Promise<Readable> => {
    const found = await read(path);
    if (!found) throw new Error(`${path || '/'} is missing`);
    return found;
  };
  const page = async (path: string, folder: string) => {
    const { type, body } = await needed(path).then((found) => ({ type: found.type, body: textOf(found) }));
    return { html: body, file: named(`${folder}index.html`, { type, body: atRoot(body, address) }) };
  };

  const home = await page('', '');
  const histories = [await page('/history', 'history/')];
  for (let n = 2; histories.at(-1)?.html.includes('rel="next"') && n <= MOST_PAGES; n += 1)
    histories.push(await page(`/history?page=${n}`, `history/${n}/`));
  const pages = [home, ...histories];
  for (const folder of ['reports', 'postmortems'])
    for (const id of linkedFrom(pages, folder)) pages.push(await page(`/${folder}/${id}`, `${folder}/${id}/`));
  const files = pages.map(({ file }) => file);
  for (const name of STATUSPAGE_DOCUMENTS) files.push(named(`api/v2/${name}`, await needed(`/api/v2/${name}`)));
  for (const name of FEEDS) files.push(named(name, await needed(`/${name}`)));
  for (const name of LOGOS) {
    const logo = home.html.includes(`/${name}"`) ? await read(`/${name}`) : null;
    if (logo) files.push(named(name, logo));
  }
  return files;
}

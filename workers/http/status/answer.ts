import { sha256Hex } from '../../../domain/shared/hash';
import { pageWords } from '../../../domain/status-page/languages/words';
import type { PageLanguage } from '../../../domain/status-page/page';
import { STALE_MARK, type StatusDocument } from '../../../domain/status-page/render/layout';
import { momentHtml } from '../../../domain/status-page/render/text';
import { matchesEtag } from '../etag';

/**
 * Seconds for caches. Whoever may show an old page while looking for a new one may do so for ten seconds more: in trouble
 * a page of a minute ago is a wrong one. One that could not be made anew is still better than none for a day.
 */
const CACHED = 'public, max-age=5, stale-while-revalidate=10, stale-if-error=86400';
const NEVER_CACHED = 'private, no-store';

type Answered = {
  document: StatusDocument;
  status: number;
  isPublic: boolean;
  /** Since when the page could not be made anew; null: it is up to date. */
  staleSince?: number | null;
  /** Whether other sites' scripts may read it. */
  isOpen?: boolean;
  headers?: Record<string, string>;
};

/** Validators of documents that this isolate is serving: working one out costs more than serving does. */
const etags = new WeakMap<StatusDocument, string>();

const etagOf = (body: string): string => `"${sha256Hex(body).slice(0, 24)}"`;

function knownEtag(document: StatusDocument): string {
  const known = etags.get(document) ?? etagOf(document.body);
  etags.set(document, known);
  return known;
}

/** A document as an answer: with its policy, a validator, and for how long it may be kept. */
export function answerWith(request: Request, answered: Answered): Response {
  const { document, status, isPublic, staleSince = null, isOpen = false, headers: more = {} } = answered;
  const body = staleSince === null ? document.body : withNote(document.body, staleSince);
  const etag = body === document.body ? knownEtag(document) : etagOf(body);
  const isCached = isPublic && (status === 200 || status === 404);
  const headers = {
    'content-type': document.type,
    'cache-control': isCached ? CACHED : NEVER_CACHED,
    ...(document.policy ? { 'content-security-policy': document.policy } : {}),
    ...(isOpen && isPublic
      ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
      : {}),
    ...(isPublic ? {} : { 'x-robots-tag': 'noindex' }),
    ...more,
  };
  if (status !== 200) return new Response(body, { status, headers });
  if (matchesEtag(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  return new Response(body, { status, headers: { ...headers, etag } });
}

/** A form, or what came of one: the visitor's own, so nobody else keeps it. */
export const say = (request: Request, document: StatusDocument, status = 200): Response =>
  answerWith(request, { document, status, isPublic: false });

/** Says since when a page is as it is, in its own language and on its own clock. */
function withNote(html: string, since: number): string {
  if (!html.includes(STALE_MARK)) return html;
  const language = (/<html lang="(\w+)"/.exec(html)?.[1] ?? 'en') as PageLanguage;
  const timezone = /data-zone="([^"]+)"/.exec(html)?.[1] ?? 'UTC';
  const words = pageWords(language);
  const note = words.stale('\u0000').replace('\u0000', momentHtml(since, { timezone, words }));
  return html.replace(STALE_MARK, `<p class="e" role="status">${note}</p>`);
}

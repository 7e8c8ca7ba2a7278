import { sha256Hex } from '../shared/hash';
import type { AlertAction, AlertEvent, AlertLink, InboundRequest } from './adapter';
import { DESCRIPTION_LIMIT, httpLink, LABEL_VALUE_LIMIT, manyLines, oneLine, TITLE_LIMIT } from './text';

const LINK_COUNT = 20;

/** What an adapter has found; everything but action and key may be left out. Texts may be of any length and content. */
export type Finding = { action: AlertAction; dedupKey: string } & {
  [K in Exclude<keyof AlertEvent, 'action' | 'dedupKey' | 'title' | 'links'>]?: AlertEvent[K] | undefined;
} & {
  title?: string | null;
  /** Tried in order after `title`; a trigger is never without a title. */
  otherTitles?: readonly (string | null)[];
  links?: readonly { href: string | null; text: string | null }[];
};

/** A finding before it is known what its action word means. */
export type About = Omit<Finding, 'action'>;

/** Makes a finding safe to store and show: bounded, well-formed, links http(s) only, urgency only where someone is to be paged. */
export function alertEvent(finding: Finding): AlertEvent {
  const { action } = finding;
  const description = manyLines(finding.description ?? '', DESCRIPTION_LIMIT);
  const reason = oneLine(finding.reason ?? '', LABEL_VALUE_LIMIT);
  return {
    action,
    dedupKey: finding.dedupKey.toWellFormed(),
    title: titleOf(finding),
    description: description === '' ? null : description,
    severity: bounded(finding.severity),
    urgency: action === 'trigger' || action === 'ignored' ? (finding.urgency ?? null) : null,
    sourceLink: httpLink(finding.sourceLink ?? null),
    links: linksOf(finding.links ?? []),
    labels: finding.labels ?? {},
    source: bounded(finding.source),
    occurredAt: finding.occurredAt ?? null,
    startedAt: finding.startedAt ?? null,
    reason: reason === '' ? null : reason,
    ...(finding.answer ? { answer: finding.answer } : {}),
  };
}

// A batch may hold thousands of entries without a key; the body is hashed once for all of them.
const bodyKeys = new WeakMap<InboundRequest, string>();

function bodyKey(request: InboundRequest): string {
  const key = bodyKeys.get(request) ?? `body:${sha256Hex(request.body).slice(0, 32)}`;
  bodyKeys.set(request, key);
  return key;
}

/** Kept and shown, pages nobody. Without a key of its own the body is the key: it only tells one from another. */
export function ignored(request: InboundRequest, reason: string, about: Partial<Finding> = {}): AlertEvent {
  return alertEvent({ ...about, action: 'ignored', dedupKey: about.dedupKey ?? bodyKey(request), reason });
}

/** Right syntax, unknown meaning. */
export const unmapped = (request: InboundRequest, about: Partial<Finding> = {}): AlertEvent =>
  ignored(request, 'unmapped', about);

/** What a vendor's word means: the event; `unmapped` when the word is not in the vendor's map; a word known to be no alert. */
export const mapped = (request: InboundRequest, action: AlertAction | null, about: About): AlertEvent => {
  if (action === null) return unmapped(request, about);
  return action === 'ignored'
    ? ignored(request, about.severity ? `no alert: ${about.severity}` : 'no alert', about)
    : alertEvent({ ...about, action });
};

/** A test button of the vendor. */
export const testPing = (request: InboundRequest, about: Partial<Finding> = {}): AlertEvent =>
  ignored(request, 'test', about);

function titleOf(finding: Finding): string {
  for (const title of [finding.title ?? null, ...(finding.otherTitles ?? [])]) {
    const line = title === null ? '' : oneLine(title, TITLE_LIMIT);
    if (line !== '') return line;
  }
  return finding.action === 'trigger' ? 'Alert without a title' : '';
}

function bounded(text: string | null | undefined): string | null {
  const line = oneLine(text ?? '', LABEL_VALUE_LIMIT);
  return line === '' ? null : line;
}

function linksOf(links: readonly { href: string | null; text: string | null }[]): AlertLink[] {
  const kept: AlertLink[] = [];
  for (const link of links) {
    const href = httpLink(link.href);
    if (href === null || kept.length >= LINK_COUNT || kept.some((known) => known.href === href)) continue;
    kept.push({ href, text: oneLine(link.text ?? '', TITLE_LIMIT) || href });
  }
  return kept;
}

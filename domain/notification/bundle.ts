import { type Instant, MINUTE, SECOND } from '../shared/time';
import type { Channel } from './channels';
import { ENGLISH } from './words/en';
import type { Words } from './words/words';

/**
 * Channels on which a storm is bundled: those that ring or buzz. Mail waits until it is read and is the record of each
 * page, so every one goes out by itself.
 */
export const BUNDLED_CHANNELS: readonly Channel[] = ['push', 'sms', 'voice', 'whatsapp', 'slack'];

/** So many incidents that paged one address within the window are a storm: what comes then is told together. */
export const STORM_INCIDENTS = 3;
export const STORM_WINDOW_MS = 2 * MINUTE;
/** How long the pages of a storm are gathered: no longer, because each of them waits. */
export const GATHER_MS = 15 * SECOND;
/** Incidents of one request open within moments of each other, so their pages need little time to gather. */
export const REQUEST_GATHER_MS = 2 * SECOND;
/** A bundle whose incident did not send it in this time after that is led by another one. */
export const TAKE_OVER_MS = 10 * SECOND;
/** What one press can acknowledge (the bulk operation takes a hundred). */
const MOST_IN_BUNDLE = 100;
/** How long a page is remembered: its sender may ask again. */
export const REMEMBERED_MS = 30 * MINUTE;

/** One page as it asks to go to an address. `request`: the one that opened its incident together with others. */
export type BundlePage = {
  notificationId: string;
  incidentId: string;
  title: string;
  serviceName: string;
  request?: string | null;
};

/**
 * A page that an address was to get. `leaderId` null: it had a message of its own; its own id: it brings the bundle;
 * another one: it is told by that. `until` is when the bundle of a leader goes out, `sentAt` when a sender took it.
 */
export type KnownPage = BundlePage & {
  at: Instant;
  leaderId: string | null;
  until: Instant | null;
  sentAt: Instant | null;
};

export type BundleVerdict =
  /** A message of its own; `isNew`: it was not known before. */
  | { kind: 'alone'; isNew: boolean }
  /** It will bring the bundle, at `until`. */
  | { kind: 'gather'; until: Instant; isNew: boolean }
  /** Another page brings it. */
  | { kind: 'folded'; leaderId: string; until: Instant; isNew: boolean }
  /** It goes out now and tells of all of these, itself among them. */
  | { kind: 'lead'; pages: KnownPage[] };

export const membersOf = (known: readonly KnownPage[], leaderId: string): KnownPage[] =>
  known.filter((page) => page.leaderId === leaderId);

const isLeader = ({ leaderId, notificationId }: KnownPage): boolean => leaderId === notificationId;

function verdictAgain(known: readonly KnownPage[], page: KnownPage, now: Instant): BundleVerdict {
  if (page.leaderId === null) return { kind: 'alone', isNew: false };
  if (!isLeader(page)) {
    const leader = known.find(({ notificationId }) => notificationId === page.leaderId);
    return { kind: 'folded', leaderId: page.leaderId, until: leader?.until ?? now, isNew: false };
  }
  if (page.sentAt === null && page.until !== null && page.until > now)
    return { kind: 'gather', until: page.until, isNew: false };
  return { kind: 'lead', pages: membersOf(known, page.notificationId) };
}

/**
 * Whether a page goes to an address by itself or is told together with others (FEATURES §4). `known` is what the address
 * was to get lately, in any order. The first pages of a storm go out at once; an incident that had a message of its own
 * within the window keeps it, so that its repetitions are not taken for a storm. The same page always gets the same answer.
 */
export function decideBundle(known: readonly KnownPage[], page: BundlePage, now: Instant): BundleVerdict {
  const before = known.find(({ notificationId }) => notificationId === page.notificationId);
  if (before) return verdictAgain(known, before, now);
  const open = known.find(
    (one) =>
      isLeader(one) &&
      one.sentAt === null &&
      membersOf(known, one.notificationId).length < MOST_IN_BUNDLE &&
      (page.request ? !one.request || one.request === page.request : !one.request),
  );
  // Several incidents of one request page a person once (SEMANTICS 12).
  if (page.request && !open) return { kind: 'gather', until: now + REQUEST_GATHER_MS, isNew: true };
  const recent = known.filter(({ at }) => at > now - STORM_WINDOW_MS);
  if (!page.request && recent.some((one) => one.incidentId === page.incidentId && one.leaderId === null))
    return { kind: 'alone', isNew: true };
  if (open) return { kind: 'folded', leaderId: open.notificationId, until: open.until ?? now, isNew: true };
  const others = new Set(recent.map(({ incidentId }) => incidentId));
  others.delete(page.incidentId);
  if (others.size < STORM_INCIDENTS) return { kind: 'alone', isNew: true };
  return { kind: 'gather', until: now + GATHER_MS, isNew: true };
}

/** Leaders whose bundle is overdue because their own incident needs nobody any more, or did not come to it. */
export const overdueLeaders = (known: readonly KnownPage[], now: Instant): KnownPage[] =>
  known.filter(
    (page) => isLeader(page) && page.sentAt === null && page.until !== null && page.until + TAKE_OVER_MS <= now,
  );

/** One incident that a bundle tells of. */
export type BundledIncident = BundlePage;

/** Whether all of it came by one request: then there was nothing before it that it would be more of. */
export const isOneRequest = (incidents: readonly Pick<BundlePage, 'request'>[]): boolean =>
  Boolean(incidents[0]?.request) && incidents.every(({ request }) => request === incidents[0]?.request);

/** "14 more on checkout-api", or "14 more: 9 on checkout-api, 5 on search" with the busiest services first. */
export function bundleHeadline(
  incidents: readonly Pick<BundledIncident, 'serviceName' | 'request'>[],
  words: Words['bundle'] = ENGLISH.bundle,
): string {
  const { on, andOthers } = words;
  const isFirst = isOneRequest(incidents);
  const [more, moreOn] = isFirst ? [words.several, words.severalOn] : [words.more, words.moreOn];
  const counts = new Map<string, number>();
  for (const { serviceName } of incidents) counts.set(serviceName, (counts.get(serviceName) ?? 0) + 1);
  const services = [...counts].sort((a, b) => b[1] - a[1]);
  const [first] = services;
  if (first && services.length === 1) return moreOn(incidents.length, first[0]);
  const named = services.slice(0, 3).map(([name, count]) => on(count, name));
  return `${more(incidents.length)}: ${named.join(', ')}${services.length > 3 ? andOthers : ''}`;
}

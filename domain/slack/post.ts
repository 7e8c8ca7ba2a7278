import type { IncidentAnnouncement } from '../incident/announcement';
import { retryDelaySeconds } from '../notification/retry';
import { type Instant, SECOND } from '../shared/time';
import type { ThreadKind } from './thread-kinds';

/** Where a message stands: the channel's id as Slack answered it, and its time stamp. Both are needed to change it. */
export type SlackPlace = { channel: string; ts: string };

/**
 * What an incident knows of its one message in its service's channel. Changes wait as news until a sender has taken all
 * of them at once, so that a burst is one update and one line in the thread (PROVIDERS: Slack, rates).
 */
export type ChannelPost = {
  /** As the service names it. */
  channel: string;
  place: SlackPlace | null;
  /** The last change that the message shows; 0: none. */
  shownSeq: number;
  /** The last change that the thread has been told. */
  toldSeq: number;
  attempts: number;
  /** Who may send until when; a claim that ran out may be taken again: a double post beats a lost one. */
  claim: { attempt: number; until: Instant } | null;
  /** When it is looked at again; null while there is nothing to do. */
  dueAt: Instant | null;
  /** Why it was given up, until there is news again. */
  failure: string | null;
};

/** Longer than any provider is waited for, twice. */
const CLAIM_MS = 40 * SECOND;
/** A post that nobody has claimed after so long has lost its message on the queue. */
const LOOK_AFTER_MS = 15 * SECOND;
const MAX_ATTEMPTS = 8;

export const newPost = (channel: string): ChannelPost => ({
  channel,
  place: null,
  shownSeq: 0,
  toldSeq: 0,
  attempts: 0,
  claim: null,
  dueAt: null,
  failure: null,
});

/** There is news: it goes out now, and is looked after if it does not. A post under way takes it along afterwards. */
export const wantPost = (post: ChannelPost, now: Instant): ChannelPost => ({
  ...post,
  failure: null,
  attempts: post.claim ? post.attempts : 0,
  dueAt: post.claim ? post.dueAt : now + LOOK_AFTER_MS,
});

export type PostClaim =
  | { kind: 'nothing' }
  | { kind: 'wait'; until: Instant }
  | { kind: 'post'; post: ChannelPost; attempt: number };

/** Whether a sender may send now: one at a time, only if something is new, never before a wait that Slack asked for. */
export function claimPost(post: ChannelPost, newestSeq: number, now: Instant): PostClaim {
  if (post.claim && post.claim.until > now) return { kind: 'wait', until: post.claim.until };
  if (newestSeq <= Math.min(post.shownSeq, post.toldSeq) || post.failure !== null) return { kind: 'nothing' };
  const attempt = post.attempts + 1;
  const until = now + CLAIM_MS;
  return { kind: 'post', attempt, post: { ...post, attempts: attempt, claim: { attempt, until }, dueAt: until } };
}

/** What a sender says. `shown` and `told` hold even if the other one failed, so that nothing is said twice. */
export type PostResult = {
  place: SlackPlace | null;
  shown: boolean;
  told: boolean;
  trouble:
    | null
    | { kind: 'temporary'; error: string; retryAfterSeconds: number | null }
    /** Not our turn in this channel yet: no attempt. */
    | { kind: 'paced'; seconds: number }
    | { kind: 'failed'; error: string }
    /** Somebody deleted the message: a new one is made. */
    | { kind: 'gone' };
};

/** The post after an attempt at the changes up to `seq`; `newestSeq` is the last one known by now. Stale attempts change nothing. */
export function settlePost(
  post: ChannelPost,
  { attempt, seq, result }: { attempt: number; seq: number; result: PostResult },
  newestSeq: number,
  now: Instant,
): ChannelPost {
  if (post.claim?.attempt !== attempt) return post;
  const settled: ChannelPost = {
    ...post,
    claim: null,
    place: result.place ?? post.place,
    shownSeq: result.shown ? Math.max(post.shownSeq, seq) : post.shownSeq,
    toldSeq: result.told ? Math.max(post.toldSeq, seq) : post.toldSeq,
  };
  const { trouble } = result;
  switch (trouble?.kind) {
    case undefined:
      return { ...settled, attempts: 0, dueAt: newestSeq > seq ? now : null };
    case 'paced':
      return { ...settled, attempts: post.attempts - 1, dueAt: now + trouble.seconds * SECOND };
    case 'gone':
      return { ...settled, place: null, shownSeq: 0, toldSeq: seq, dueAt: now };
    case 'temporary': {
      if (post.attempts >= MAX_ATTEMPTS) return { ...settled, failure: trouble.error, dueAt: null };
      const seconds = retryDelaySeconds(post.attempts, trouble.retryAfterSeconds);
      return { ...settled, dueAt: now + seconds * SECOND };
    }
    case 'failed':
      return { ...settled, failure: trouble.error, dueAt: null };
  }
}

/** What a sender is handed: where, and the news in order, the last of it telling how the incident stands. */
export type PostJob = {
  incidentId: string;
  attempt: number;
  seq: number;
  post: ChannelPost;
  news: IncidentAnnouncement[];
  /** What the thread is told of; null: of everything. */
  threadKinds: ThreadKind[] | null;
};

import type { IncidentAnnouncement } from '../../../domain/incident/announcement';
import { type Instant, MINUTE, SECOND } from '../../../domain/shared/time';
import {
  type ChannelPost,
  claimPost,
  newPost,
  type PostResult,
  settlePost,
  wantPost,
} from '../../../domain/slack/post';
import type { Env } from '../../env';
import { enqueue } from '../../queues/send';
import type { PostTurn } from '../ports';
import type { Stored } from './store';

// The incident's one message in its service's Slack channel: the shell around `domain/slack/post`.

const readPost = (sql: SqlStorage): ChannelPost | null => {
  const row = sql.exec<{ post: string }>('SELECT post FROM channel_post').toArray()[0];
  return row ? (JSON.parse(row.post) as ChannelPost) : null;
};

const writePost = (sql: SqlStorage, post: ChannelPost): void => {
  sql.exec(
    `INSERT INTO channel_post (id, due_at, post) VALUES (1, ?1, ?2)
     ON CONFLICT (id) DO UPDATE SET due_at = ?1, post = ?2`,
    post.dueAt,
    JSON.stringify(post),
  );
};

const newestSeq = (sql: SqlStorage): number =>
  sql.exec<{ seq: number | null }>('SELECT max(seq) AS seq FROM channel_news').one().seq ?? 0;

/** Keeps a change until the channel has been told; the same one twice is kept once. */
export function addNews(sql: SqlStorage, event: IncidentAnnouncement, channel: string, now: Instant): void {
  sql.exec(
    'INSERT OR IGNORE INTO channel_news (id, seq, event) VALUES (?, ?, ?)',
    event.id,
    event.seq,
    JSON.stringify(event),
  );
  const known = readPost(sql) ?? newPost(channel);
  // A message that stands somewhere stays there, whatever the service's channel is by now.
  writePost(sql, wantPost(known.place ? known : { ...known, channel }, now));
}

/**
 * The incident became private: what its channel was not told yet is told no more. True where a message stands there,
 * which must be emptied.
 */
export function withholdNews(sql: SqlStorage): boolean {
  sql.exec('DELETE FROM channel_news');
  return readPost(sql)?.place != null;
}

/** When the post has to be looked at again. */
export const postDueAt = (sql: SqlStorage): Instant | null =>
  sql.exec<{ at: number | null }>('SELECT due_at AS at FROM channel_post').toArray()[0]?.at ?? null;

const ENQUEUE_AGAIN_MS = 15 * SECOND;

/** Puts off a look that is being taken now, so that it is taken again only if nothing comes of it. */
const postponePost = (sql: SqlStorage, now: Instant): void => {
  sql.exec('UPDATE channel_post SET due_at = ? WHERE due_at <= ?', now + ENQUEUE_AGAIN_MS, now);
};

/** A post that is due goes on the queue again: it waited for its turn, or the queue has lost it. */
export async function postAgain(sql: SqlStorage, env: Env, current: Stored | null): Promise<void> {
  const due = postDueAt(sql);
  if (!current || due === null || due > Date.now()) return;
  postponePost(sql, Date.now());
  const incidentId = current.state.id;
  try {
    await enqueue(env, { kind: 'channel-post', incidentId, channel: 'slack' });
  } catch (error) {
    console.warn(`post of ${incidentId} not queued: ${String(error)}`);
  }
}

/** A sender asks for its turn: what is new, and where it goes. The number may have come since the change. */
export function takeTurn(sql: SqlStorage, { state, plan }: Stored, now: Instant): PostTurn {
  const slack = plan.slack ?? null;
  const threadKinds = plan.service.settings.threadKinds ?? null;
  const post = readPost(sql);
  if (!post || !slack) {
    if (post?.dueAt != null) writePost(sql, { ...post, dueAt: null });
    return { kind: 'nothing' };
  }
  const seq = newestSeq(sql);
  const claim = claimPost(post, seq, now);
  if (claim.kind !== 'post') {
    if (claim.kind === 'nothing' && post.dueAt !== null) writePost(sql, { ...post, dueAt: null });
    return claim;
  }
  writePost(sql, claim.post);
  const news = sql
    .exec<{ event: string }>('SELECT event FROM channel_news ORDER BY seq, rowid')
    .toArray()
    .map(({ event }) => JSON.parse(event) as IncidentAnnouncement)
    .map((event) => ({ ...event, incident: { ...event.incident, number: event.incident.number ?? state.number } }));
  return {
    kind: 'post',
    slack,
    job: { incidentId: state.id, attempt: claim.attempt, seq, post: claim.post, news, threadKinds },
  };
}

/** What has to be told in the timeline: that the message stands, or why it does not; null where that is known already. */
export type PostNews = { outcome: 'posted'; channel: string } | { outcome: 'failed'; channel: string; error: string };

export function settleTurn(
  sql: SqlStorage,
  settled: { attempt: number; seq: number; result: PostResult },
  now: Instant,
): PostNews | null {
  const before = readPost(sql);
  if (!before) return null;
  const after = settlePost(before, settled, newestSeq(sql), now);
  if (after === before) return null;
  writePost(sql, after);
  const told = Math.min(after.shownSeq, after.toldSeq);
  sql.exec('DELETE FROM channel_news WHERE seq <= ? AND seq < (SELECT max(seq) FROM channel_news)', told);
  const { channel } = after;
  if (after.failure !== null && lastFailure(sql) !== after.failure) {
    sql.exec('UPDATE channel_post SET told_failure = ?', after.failure);
    return { outcome: 'failed', channel, error: after.failure };
  }
  if (before.place === null && after.place !== null) return { outcome: 'posted', channel };
  return null;
}

const lastFailure = (sql: SqlStorage): string | null =>
  sql.exec<{ failure: string | null }>('SELECT told_failure AS failure FROM channel_post').toArray()[0]?.failure ??
  null;

/** Longer than a signed request can be replayed. */
const REMEMBERED_MS = 15 * MINUTE;

/** True when a request with this name was carried out already; otherwise it is remembered for a while. */
export function isRepeated(sql: SqlStorage, request: string, now: Instant): boolean {
  sql.exec('DELETE FROM requests WHERE at < ?', now - REMEMBERED_MS);
  if (sql.exec('SELECT 1 FROM requests WHERE id = ?', request).toArray().length > 0) return true;
  sql.exec('INSERT INTO requests (id, at) VALUES (?, ?)', request, now);
  return false;
}

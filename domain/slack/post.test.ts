import { describe, expect, it } from 'vitest';
import { type ChannelPost, claimPost, newPost, type PostResult, settlePost, wantPost } from './post';

const NOW = 1_000_000_000;
const PLACE = { channel: 'C024BE91L', ts: '1700000000.000100' };
const sent: PostResult = { place: PLACE, shown: true, told: true, trouble: null };
const failing = (trouble: PostResult['trouble'], done: Partial<PostResult> = {}): PostResult => ({
  place: null,
  shown: false,
  told: false,
  ...done,
  trouble,
});

const claimed = (post: ChannelPost, newest: number, now = NOW): ChannelPost & { attempt: number } => {
  const claim = claimPost(post, newest, now);
  if (claim.kind !== 'post') throw new Error(claim.kind);
  return { ...claim.post, attempt: claim.attempt };
};
const settled = (post: ChannelPost & { attempt: number }, seq: number, result: PostResult, newest = seq, now = NOW) => {
  const { attempt, ...rest } = post;
  return settlePost(rest, { attempt, seq, result }, newest, now);
};

describe('the message of an incident in its channel', () => {
  it('goes out once, and has nothing to do until there is news', () => {
    const wanted = wantPost(newPost('#ops'), NOW);
    expect(wanted.dueAt).toBe(NOW + 15_000);
    const posted = settled(claimed(wanted, 1), 1, sent);
    expect(posted).toMatchObject({ place: PLACE, shownSeq: 1, toldSeq: 1, claim: null, dueAt: null, attempts: 0 });
    expect(claimPost(posted, 1, NOW)).toEqual({ kind: 'nothing' });
    expect(claimPost(posted, 2, NOW)).toMatchObject({ kind: 'post', attempt: 1 });
  });

  it('is sent by one at a time, and what came meanwhile follows at once', () => {
    const first = claimed(newPost('#ops'), 1);
    expect(claimPost(first, 2, NOW)).toEqual({ kind: 'wait', until: NOW + 40_000 });
    expect(wantPost(first, NOW).dueAt).toBe(first.dueAt);
    expect(settled(first, 1, sent, 3).dueAt).toBe(NOW);
  });

  it('may be taken again when a claim ran out, and the late answer of the first changes nothing', () => {
    const first = claimed(newPost('#ops'), 1);
    const second = claimed(first, 1, NOW + 40_000);
    expect(second.attempt).toBe(2);
    const { attempt: _attempt, ...post } = second;
    expect(settlePost(post, { attempt: 1, seq: 1, result: sent }, 1, NOW)).toBe(post);
  });

  it('waits as Slack asks, then gives up after eight attempts and says why', () => {
    let post: ChannelPost = newPost('#ops');
    const trouble = { kind: 'temporary' as const, error: 'slack: ratelimited', retryAfterSeconds: 30 };
    post = settled(claimed(post, 1), 1, failing(trouble));
    expect(post.dueAt).toBe(NOW + 30_000);
    for (let n = 2; n <= 8; n += 1) post = settled(claimed(post, 1), 1, failing(trouble));
    expect(post).toMatchObject({ failure: 'slack: ratelimited', dueAt: null });
    expect(claimPost(post, 1, NOW)).toEqual({ kind: 'nothing' });
    expect(claimPost(wantPost(post, NOW), 2, NOW)).toMatchObject({ kind: 'post' });
  });

  it('does not count a turn that was only put off', () => {
    const post = settled(claimed(newPost('#ops'), 1), 1, failing({ kind: 'paced', seconds: 3 }));
    expect(post).toMatchObject({ attempts: 0, dueAt: NOW + 3000, place: null });
  });

  it('does not change the message again when only the thread was not told', () => {
    const post = settled(claimed({ ...newPost('#ops'), place: PLACE, shownSeq: 1, toldSeq: 1 }, 2), 2, {
      ...failing({ kind: 'temporary', error: 'slack 500', retryAfterSeconds: null }, { place: PLACE, shown: true }),
    });
    expect(post).toMatchObject({ shownSeq: 2, toldSeq: 1 });
    expect(claimPost(post, 2, NOW)).toMatchObject({ kind: 'post' });
  });

  it('is made anew when somebody deleted it', () => {
    const post = settled(
      claimed({ ...newPost('#ops'), place: PLACE, shownSeq: 1, toldSeq: 1 }, 2),
      2,
      failing({ kind: 'gone' }),
    );
    expect(post).toMatchObject({ place: null, shownSeq: 0, dueAt: NOW });
    expect(claimPost(post, 2, NOW)).toMatchObject({ kind: 'post' });
  });
});

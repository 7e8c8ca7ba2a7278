import type { Span } from '../schedule/span';
import { joinSpans, without } from '../schedule/span';
import type { Instant } from '../shared/time';

/** OPEN until somebody takes it, all decline, its owner withdraws it, or the shift starts. */
export const COVER_STATES = ['OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** CLOSED: the request ended before they said anything. */
export const OFFER_STATES = ['OFFERED', 'TAKEN', 'DECLINED', 'CLOSED'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export type CoverOffer = { userId: string; state: OfferState };

/** Somebody's wish that one of those whom it is offered to takes a shift of theirs, or a part of it. */
export type CoverRequest = {
  id: string;
  scheduleId: string;
  userId: string;
  startAt: Instant;
  endAt: Instant;
  state: CoverState;
  takenBy: string | null;
  overrideId: string | null;
  expiresAt: Instant;
  version: number;
  createdAt: Instant;
  closedAt: Instant | null;
  offers: CoverOffer[];
};

/** When nobody can take it any more: when it starts; what runs already can be taken until it ends. */
export const expiryOf = ({ start, end }: Span, now: Instant): Instant => (start > now ? start : end);

/** The state that counts at `now`: an open request whose time has come is over before the sweep says so. */
export const stateAt = ({ state, expiresAt }: Pick<CoverRequest, 'state' | 'expiresAt'>, now: Instant): CoverState =>
  state === 'OPEN' && expiresAt <= now ? 'EXPIRED' : state;

/** What of the shift is left to be taken at `now`. */
export const leftOf = ({ startAt, endAt }: Pick<CoverRequest, 'startAt' | 'endAt'>, now: Instant): Span => ({
  start: Math.max(startAt, now),
  end: endAt,
});

/** True if the whole of `span` lies in `shifts`, which are one person's. */
export const isOnCallFor = (span: Span, shifts: readonly Span[]): boolean =>
  without([span], joinSpans(shifts.map(({ start, end }) => ({ start, end })))).length === 0;

/** Why a request cannot become what somebody wants. */
export type CoverRefusal = 'not-offered' | 'own' | 'taken' | 'declined' | 'withdrawn' | 'expired';

export type CoverAct =
  | { kind: 'take'; by: string; overrideId: string }
  | { kind: 'decline'; by: string }
  | { kind: 'withdraw' }
  | { kind: 'expire' };

/** Whom to tell: `taken` both, `ended` the one who asked. */
export type CoverNews = 'taken' | 'ended' | null;
export type CoverOutcome = { request: CoverRequest; news: CoverNews } | { refused: CoverRefusal };

const ENDED: Record<Exclude<CoverState, 'OPEN'>, CoverRefusal> = {
  TAKEN: 'taken',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
};

/**
 * What a request becomes by an act at `now`. The first taker gets it and every other open offer closes; when the last
 * one declines, the request ends. Only an open request changes, and only those whom it was offered to take or decline.
 */
export function decideCover(request: CoverRequest, act: CoverAct, now: Instant): CoverOutcome {
  const state = stateAt(request, now);
  if (act.kind === 'expire') {
    return request.state === 'OPEN' && state === 'EXPIRED'
      ? { request: closed(request, 'EXPIRED', now), news: 'ended' }
      : { refused: ENDED[state === 'OPEN' ? 'WITHDRAWN' : state] };
  }
  if (act.kind !== 'withdraw') {
    if (act.by === request.userId) return { refused: 'own' };
    if (!request.offers.some(({ userId }) => userId === act.by)) return { refused: 'not-offered' };
  }
  if (state !== 'OPEN') return { refused: ENDED[state] };
  switch (act.kind) {
    case 'take': {
      const taken = { ...request, takenBy: act.by, overrideId: act.overrideId };
      return { request: closed(said(taken, act.by, 'TAKEN'), 'TAKEN', now), news: 'taken' };
    }
    case 'decline': {
      const after = said(request, act.by, 'DECLINED');
      const isLast = after.offers.every((offer) => offer.state === 'DECLINED');
      return isLast
        ? { request: closed(after, 'DECLINED', now), news: 'ended' }
        : { request: { ...after, version: after.version + 1 }, news: null };
    }
    case 'withdraw':
      return { request: closed(request, 'WITHDRAWN', now), news: null };
  }
}

const said = (request: CoverRequest, userId: string, state: OfferState): CoverRequest => ({
  ...request,
  offers: request.offers.map((offer) => (offer.userId === userId ? { ...offer, state } : offer)),
});

const closed = (request: CoverRequest, state: CoverState, now: Instant): CoverRequest => ({
  ...request,
  state,
  closedAt: now,
  version: request.version + 1,
  offers: request.offers.map((offer) => (offer.state === 'OFFERED' ? { ...offer, state: 'CLOSED' } : offer)),
});

export const COVER_REFUSALS: Record<CoverRefusal, string> = {
  'not-offered': 'This shift was not offered to you.',
  own: 'This is your own shift; withdraw the request to keep it.',
  taken: 'Somebody has taken this shift already.',
  declined: 'Everybody has declined, so the request has ended.',
  withdrawn: 'The request was withdrawn.',
  expired: 'The shift has begun without anybody taking it; the request has ended.',
};

import type { Span } from '../schedule/span';
import { joinSpans, without } from '../schedule/span';
import { DAY, HOUR, type Instant, MINUTE } from '../shared/time';

/** OPEN until somebody takes it, all decline, its owner withdraws it, or the shift starts. */
export const COVER_STATES = ['OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** CLOSED: the request ended before they said anything. */
export const OFFER_STATES = ['OFFERED', 'TAKEN', 'DECLINED', 'CLOSED'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export type CoverOffer = { userId: string; state: OfferState };

/**
 * Somebody's wish that one of those whom it is offered to takes a shift of theirs, or a part of it. With a return it is
 * an exchange: offered to one person, whose own shift the asker takes for it.
 */
export type CoverRequest = {
  id: string;
  scheduleId: string;
  userId: string;
  startAt: Instant;
  endAt: Instant;
  state: CoverState;
  takenBy: string | null;
  overrideId: string | null;
  returnStartAt: Instant | null;
  returnEndAt: Instant | null;
  returnOverrideId: string | null;
  expiresAt: Instant;
  /** When those who have not answered are reminded; null once they were, or if it is not worth it. */
  remindAt: Instant | null;
  version: number;
  createdAt: Instant;
  closedAt: Instant | null;
  offers: CoverOffer[];
};

/**
 * When nobody can take it any more: when it starts; what runs already can be taken until it ends. Of an exchange the
 * first of both.
 */
export const expiryOf = (spans: readonly [Span, ...Span[]], now: Instant): Instant =>
  Math.min(...spans.map(({ start, end }) => (start > now ? start : end)));

/** What ends so soon reminds nobody: they have only just been asked. */
const TOO_SOON_TO_REMIND = 2 * HOUR;
/** So shortly before the end nobody is reminded any more: then the cron has stood still. */
const TOO_LATE_TO_REMIND = 30 * MINUTE;

/**
 * When a request of `now` is reminded of, once: a day before nobody can take it any more, or half-way there where that
 * is later. Null for what ends within two hours.
 */
export function reminderOf(expiresAt: Instant, now: Instant): Instant | null {
  const left = expiresAt - now;
  return left < TOO_SOON_TO_REMIND ? null : expiresAt - Math.min(DAY, Math.round(left / 2));
}

/** The shift that the asker takes in exchange; null if nothing is given for it. */
export const returnOf = ({
  returnStartAt,
  returnEndAt,
}: Pick<CoverRequest, 'returnStartAt' | 'returnEndAt'>): Span | null =>
  returnStartAt === null || returnEndAt === null ? null : { start: returnStartAt, end: returnEndAt };

/** The state that counts at `now`: an open request whose time has come is over before the sweep says so. */
export const stateAt = ({ state, expiresAt }: Pick<CoverRequest, 'state' | 'expiresAt'>, now: Instant): CoverState =>
  state === 'OPEN' && expiresAt <= now ? 'EXPIRED' : state;

/** A shift that changes hands. */
export type Handover = { overrideId: string; from: string; to: string; span: Span };

/** What changes hands by a request that was taken, as much as is left of it at `now`: one shift, or the two of an exchange. */
export function handoversOf(request: CoverRequest, now: Instant): Handover[] {
  const { userId, takenBy, overrideId, returnOverrideId } = request;
  if (takenBy === null || overrideId === null) return [];
  const left = ({ start, end }: Span): Span => ({ start: Math.max(start, now), end });
  const given = { overrideId, from: userId, to: takenBy, span: left({ start: request.startAt, end: request.endAt }) };
  const inReturn = returnOf(request);
  if (inReturn === null || returnOverrideId === null) return [given];
  return [given, { overrideId: returnOverrideId, from: takenBy, to: userId, span: left(inReturn) }];
}

/** True if the whole of `span` lies in `shifts`, which are one person's. */
export const isOnCallFor = (span: Span, shifts: readonly Span[]): boolean =>
  without([span], joinSpans(shifts.map(({ start, end }) => ({ start, end })))).length === 0;

/** Why a request cannot become what somebody wants. */
export type CoverRefusal = 'not-offered' | 'own' | 'taken' | 'declined' | 'withdrawn' | 'expired' | 'not-due';

export type CoverAct =
  | { kind: 'take'; by: string; overrideId: string; returnOverrideId: string }
  | { kind: 'decline'; by: string }
  | { kind: 'withdraw' }
  | { kind: 'remind' }
  | { kind: 'expire' };

/** Whom to tell: `taken` both, `ended` the one who asked, `reminded` that one and who has not answered. */
export type CoverNews = 'taken' | 'ended' | 'reminded' | null;
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
      : { refused: state === 'OPEN' ? 'not-due' : ENDED[state] };
  }
  if (act.kind === 'take' || act.kind === 'decline') {
    if (act.by === request.userId) return { refused: 'own' };
    if (!request.offers.some(({ userId }) => userId === act.by)) return { refused: 'not-offered' };
  }
  if (state !== 'OPEN') return { refused: ENDED[state] };
  switch (act.kind) {
    case 'take': {
      const returnOverrideId = returnOf(request) === null ? null : act.returnOverrideId;
      const taken = { ...request, takenBy: act.by, overrideId: act.overrideId, returnOverrideId };
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
    case 'remind':
      return request.remindAt === null || request.remindAt > now
        ? { refused: 'not-due' }
        : {
            request: { ...request, remindAt: null, version: request.version + 1 },
            news: request.expiresAt - now < TOO_LATE_TO_REMIND ? null : 'reminded',
          };
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
  'not-due': 'It is not time for this yet.',
};

import { DAY, HOUR, type Instant, MINUTE } from '../shared/time';

/** How long a session lasts (RELIABILITY, Security choices). `phone` is "stay signed in on this phone". */
export type SessionKind = 'browser' | 'phone';

const IDLE: Record<SessionKind, number> = { browser: 12 * HOUR, phone: 90 * DAY };
const ABSOLUTE: Record<SessionKind, number> = { browser: 30 * DAY, phone: 90 * DAY };

/** How often a session in use is written to the database and its token made anew. */
export const TOUCH_EVERY = 5 * MINUTE;

export type SessionTimes = {
  createdAt: Instant;
  lastSeenAt: Instant;
  /** The absolute end; its distance from `createdAt` tells the kind. */
  expiresAt: Instant;
};

export const newSessionTimes = (kind: SessionKind, now: Instant): SessionTimes => ({
  createdAt: now,
  lastSeenAt: now,
  expiresAt: now + ABSOLUTE[kind],
});

const kindOf = ({ createdAt, expiresAt }: SessionTimes): SessionKind =>
  expiresAt - createdAt > ABSOLUTE.browser ? 'phone' : 'browser';

export const isExpired = (session: SessionTimes, now: Instant): boolean =>
  now >= session.expiresAt || now >= session.lastSeenAt + IDLE[kindOf(session)];

/** The end of a token made now: it carries the idle limit itself, for the hours when the database is away. */
export const tokenExpiry = (session: SessionTimes, now: Instant): Instant =>
  Math.min(session.expiresAt, now + IDLE[kindOf(session)]);

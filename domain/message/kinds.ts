import { DAY, HOUR, type Instant, MINUTE } from '../shared/time';

/** Messages that belong to no incident (ARCHITECTURE §2). */
export const MESSAGE_KINDS = [
  'invitation',
  'password-reset',
  'verification-code',
  'contact-method-test',
  'shift-notice',
  'shifts-changed',
  'cover-asked',
  'cover-waiting',
  'cover-taken',
  'cover-ended',
  'low-digest',
  'page-test',
  'action-item-overdue',
  'weekly-digest',
  'status-confirmation',
  'status-update',
  'incident-news',
  'mention',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** How long an invitation can be accepted (FEATURES §6). */
export const INVITATION_LIFE = 7 * DAY;
export const RESET_LIFE = HOUR;
export const CODE_LIFE = 10 * MINUTE;

type KindRules = {
  /** After this it is not sent any more, because what it brings has ended. */
  goodFor: number;
  /** Its words let somebody in: sealed while they wait, and wiped when nobody has to send them any more. */
  isSecret: boolean;
};

const RULES: Record<MessageKind, KindRules> = {
  invitation: { goodFor: INVITATION_LIFE, isSecret: true },
  'password-reset': { goodFor: RESET_LIFE, isSecret: true },
  'verification-code': { goodFor: CODE_LIFE, isSecret: true },
  'contact-method-test': { goodFor: HOUR, isSecret: false },
  // What a notice says is true until the next one of the same shift (`domain/schedule/notices.ts`).
  'shift-notice': { goodFor: 4 * HOUR, isSecret: false },
  'shifts-changed': { goodFor: DAY, isSecret: false },
  'cover-asked': { goodFor: DAY, isSecret: false },
  'cover-waiting': { goodFor: DAY, isSecret: false },
  'cover-taken': { goodFor: DAY, isSecret: false },
  'cover-ended': { goodFor: DAY, isSecret: false },
  'low-digest': { goodFor: DAY, isSecret: false },
  'incident-news': { goodFor: DAY, isSecret: false },
  mention: { goodFor: DAY, isSecret: false },
  // Late it would prove nothing.
  'page-test': { goodFor: HOUR, isSecret: false },
  'action-item-overdue': { goodFor: DAY, isSecret: false },
  'weekly-digest': { goodFor: 3 * DAY, isSecret: false },
  // Of status pages, to people who have no account (`domain/status-page/render/post.ts`).
  'status-confirmation': { goodFor: DAY, isSecret: false },
  'status-update': { goodFor: DAY, isSecret: false },
};

/** One of many of the same, which must not stand in the way of messages to one. */
export const isToMany = (kind: MessageKind): boolean => kind === 'status-update';

export const isSecretKind = (kind: MessageKind): boolean => RULES[kind].isSecret;
export const isOutdated = (kind: MessageKind, createdAt: Instant, now: Instant): boolean =>
  now >= createdAt + RULES[kind].goodFor;

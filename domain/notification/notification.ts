import type { Instant } from '../shared/time';
import type { Channel } from './channels';
import type { Intent, NotificationContent } from './content';
import type { DeliveryState, NotificationState } from './state';

/**
 * The intent to reach one person by one method. `id` is a hash of incident, wave, person, method, rung and
 * repetition, so a repeated effect names the same intent and no id serves two (SEMANTICS 3).
 */
export type Notification = {
  id: string;
  /** The incident's `seq` at the last change. */
  seq: number;
  intent: Intent;
  userId: string;
  userName: string;
  methodId: string;
  channel: Channel;
  to: string;
  wave: number;
  step: number;
  cycle: number;
  rung: number;
  repetition: number;
  state: NotificationState;
  reason: string | null;
  content: NotificationContent;
  /** The request that opened its incident together with others; left out: it opened by itself. */
  request?: string;
  createdAt: Instant;
  updatedAt: Instant;
  /** How many sends were begun. */
  attempts: number;
  /** Who may send until when; a claim that ran out may be taken again: a double page beats a lost one. */
  claim: { attempt: number; until: Instant } | null;
};

/** Whether it can still be taken back: no sender holds it. */
export const isUnclaimed = ({ state }: Notification): boolean => state === 'PENDING' || state === 'FAILED_TEMPORARILY';

/** One attempt at a provider. */
export type Delivery = {
  id: string;
  notificationId: string;
  seq: number;
  attempt: number;
  provider: string | null;
  state: DeliveryState;
  at: Instant;
  settledAt: Instant | null;
  providerId: string | null;
  error: string | null;
};

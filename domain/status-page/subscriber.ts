import type { Instant } from '../shared/time';
import type { PageLanguage } from './page';

export const SUBSCRIBER_CHANNELS = ['email', 'webhook', 'slack'] as const;
export type SubscriberChannel = (typeof SUBSCRIBER_CHANNELS)[number];

/** Whether an address has said yes to our question. */
export const SUBSCRIBER_STATES = ['confirmed', 'pending'] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

/** Somebody who wants to hear of a page, as stored: `address` and `secret` are sealed but for e-mail. */
export type Subscriber = {
  id: string;
  pageId: string;
  channel: SubscriberChannel;
  address: string;
  addressKey: string;
  shown: string;
  secret: string | null;
  componentIds: readonly string[];
  language: PageLanguage;
  confirmedAt: Instant | null;
  askedAt: Instant;
  createdAt: Instant;
  updatedAt: Instant;
};

/** Whether a post about these components is theirs to hear; one that names no component is everybody's. */
export const wants = ({ componentIds }: Pick<Subscriber, 'componentIds'>, about: readonly string[]): boolean =>
  componentIds.length === 0 || about.length === 0 || about.some((id) => componentIds.includes(id));

import type { ActionItemContent } from './action-item';
import type { DigestContent } from './digest';
import type { MentionContent, NewsContent } from './incident-news';
import type { PageTestContent } from './page-test';
import type { ShiftContent } from './shift-content';
import type { WeeklyContent } from './weekly';

/** What a message of each kind says, before it is put into the words of a channel. */
/** `locale`: the receiver's language tag; `organisation` as it is named in the settings. */
export type MessageContent = { organisation: string; recipientName: string; locale: string } & (
  | { kind: 'invitation'; invitedBy: string; url: string }
  | { kind: 'password-reset'; url: string }
  | { kind: 'verification-code'; code: string }
  | { kind: 'contact-method-test' }
  | ActionItemContent
  | DigestContent
  | MentionContent
  | NewsContent
  | PageTestContent
  | ShiftContent
  | WeeklyContent
);

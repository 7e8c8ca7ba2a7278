import type { ShiftContent } from './shift-content';

/** What a message of each kind says, before it is put into the words of a channel. */
export type MessageContent = { organisation: string; recipientName: string } & (
  | { kind: 'invitation'; invitedBy: string; url: string }
  | { kind: 'password-reset'; url: string }
  | { kind: 'verification-code'; code: string }
  | { kind: 'contact-method-test' }
  | ShiftContent
);

import type { GlyphName } from '~/ui/glyph';
import type { NotificationState } from '../../../domain/notification/state';

/** How far a message has come: a word and a shape. */
export const NOTIFICATION_WORDS: Record<NotificationState, { word: string; glyph: GlyphName }> = {
  PENDING: { word: 'waiting', glyph: 'later' },
  SENDING: { word: 'being sent', glyph: 'later' },
  SENT: { word: 'sent', glyph: 'next' },
  DELIVERED: { word: 'delivered', glyph: 'check' },
  READ: { word: 'opened', glyph: 'check' },
  FAILED_TEMPORARILY: { word: 'failed, trying again', glyph: 'repeat' },
  FAILED: { word: 'failed', glyph: 'cross' },
  CANCELLED: { word: 'no longer needed', glyph: 'dash' },
  BUNDLED: { word: 'sent with others', glyph: 'next' },
};

import { Link } from '~/lib/rr';
import type { GlyphName } from '~/ui/glyph';
import { Notice } from '~/ui/notice';
import type { NotificationState } from '../../../domain/notification/state';

type Props = { id: string; state: NotificationState; reason: string | null; isLocal: boolean };

const SAYS: Partial<Record<NotificationState, { glyph: GlyphName; tone?: 'resolved' | 'failed'; text: string }>> = {
  SENT: { glyph: 'check', tone: 'resolved', text: 'The test was handed over. See whether it arrives.' },
  DELIVERED: { glyph: 'check', tone: 'resolved', text: 'The test was delivered.' },
  READ: { glyph: 'check', tone: 'resolved', text: 'The test was delivered and opened.' },
  FAILED: { glyph: 'cross', tone: 'failed', text: 'The test could not be sent' },
  FAILED_TEMPORARILY: { glyph: 'repeat', text: 'The test did not go out yet and is tried again' },
};

/** How far a test message has come. */
export function MessageNews({ id, state, reason, isLocal }: Props) {
  const { glyph, tone, text } = SAYS[state] ?? { glyph: 'later' as const, text: 'The test is on its way.' };
  const failed = state === 'FAILED' || state === 'FAILED_TEMPORARILY';
  return (
    <Notice key={`${id} ${state}`} glyph={glyph} tone={tone}>
      <p>
        {text}
        {failed ? (reason ? `: ${reason}` : '.') : ''}
      </p>
      {isLocal && state === 'SENT' ? <Link to="/outbox">See the outbox</Link> : null}
    </Notice>
  );
}

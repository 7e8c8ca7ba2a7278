import type { ReceivedEvent } from '~/lib/integrations';
import { Link } from '~/lib/rr';
import { Glyph, type GlyphName } from '~/ui/glyph';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import type { AlertAction } from '../../../domain/ingest/adapter';
import styles from './event-log.module.css';

type Alert = ReceivedEvent['alerts'][number];

const ACTIONS: Record<AlertAction, { glyph: GlyphName; word: string; tone: string }> = {
  trigger: { glyph: 'open', word: 'Trigger', tone: 'open' },
  acknowledge: { glyph: 'acknowledged', word: 'Acknowledge', tone: 'acknowledged' },
  resolve: { glyph: 'resolved', word: 'Resolve', tone: 'resolved' },
  ignored: { glyph: 'dash', word: 'Ignored', tone: 'ignored' },
  confirmed: { glyph: 'check', word: 'Confirmed', tone: 'ignored' },
};

/** One alert of an event: what it said, in our words, and where it went. */
export function AlertLine({
  alert: { action, title, dedupKey, urgency, severity, incident, reason },
}: {
  alert: Alert;
}) {
  const { glyph, word, tone } = ACTIONS[action];
  const facts = [urgency ? `${URGENCY_WORDS[urgency]} urgency` : null, severity ? `severity “${severity}”` : null];
  return (
    <div className={styles.alert} data-tone={tone}>
      <Glyph name={glyph} />
      <div>
        <p>
          <span className={styles.word}>{word}</span> {title ?? ''}
          {incident ? (
            <>
              {' '}
              <Link to={`/incidents/${incident.number ?? incident.id}`}>
                {incident.number === null ? 'incident' : `#${incident.number}`}
              </Link>
            </>
          ) : null}
        </p>
        <p className={styles.muted}>{facts.filter(Boolean).join(' · ')}</p>
        <p className={styles.muted}>
          key <code>{dedupKey}</code>
        </p>
        {reason ? <p className={styles.muted}>{reason}</p> : null}
      </div>
    </div>
  );
}

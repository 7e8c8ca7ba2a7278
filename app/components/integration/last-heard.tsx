import type { ReceivedEvent } from '~/lib/integrations';
import { Glyph } from '~/ui/glyph';
import { Time } from '~/ui/time';
import styles from './last-heard.module.css';

type Props = { enabled: boolean; events: readonly ReceivedEvent[] | null };

/** In one line: whether the tool has been heard, and whether it still would be. */
export function LastHeard({ enabled, events }: Props) {
  if (!enabled) {
    return (
      <p className={styles.heard} data-tone="off">
        <Glyph name="suppressed" />
        Switched off: whatever comes in is refused, and kept below.
      </p>
    );
  }
  if (events === null) {
    return (
      <p className={styles.heard} data-tone="off">
        <Glyph name="unknown" />
        Its events cannot be read at the moment.
      </p>
    );
  }
  const last = events.find(({ isTest }) => !isTest);
  if (!last) {
    return (
      <p className={styles.heard}>
        <Glyph name="unknown" />
        Waiting for the first event…
      </p>
    );
  }
  return (
    <p className={styles.heard} data-tone={last.status >= 400 ? 'failed' : 'heard'}>
      <Glyph name={last.status >= 400 ? 'warning' : 'resolved'} />
      <span>
        {last.status >= 400 ? 'The last event was refused ' : 'Last event '}
        <Time at={last.at} />.
      </span>
    </p>
  );
}

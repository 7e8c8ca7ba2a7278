import type { Heartbeat } from '~/lib/heartbeats';
import { Glyph } from '~/ui/glyph';
import styles from './heartbeat-state.module.css';
import { stateShown } from './words';

/** How a heartbeat stands: a shape and a word. */
export function HeartbeatStateMark({ state }: Pick<Heartbeat, 'state'>) {
  const { word, glyph, tone } = stateShown(state);
  return (
    <span className={styles.state} data-tone={tone}>
      <Glyph name={glyph} />
      {word}
    </span>
  );
}

import { Glyph } from '~/ui/glyph';
import styles from './integration-state.module.css';

/** Whether alerts are taken: a shape and a word. */
export function IntegrationState({ enabled }: { enabled: boolean }) {
  return (
    <span className={styles.state} data-enabled={enabled}>
      <Glyph name={enabled ? 'check' : 'suppressed'} />
      {enabled ? 'On' : 'Off'}
    </span>
  );
}

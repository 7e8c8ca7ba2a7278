import { Glyph } from '~/ui/glyph';
import styles from './webhook-state.module.css';

/** Whether events are posted: a shape and a word. */
export function WebhookState({ enabled, reason }: { enabled: boolean; reason: string | null }) {
  return (
    <span className={styles.state} data-state={enabled ? 'on' : reason ? 'failed' : 'off'}>
      <Glyph name={enabled ? 'check' : reason ? 'warning' : 'suppressed'} />
      {enabled ? 'On' : 'Off'}
    </span>
  );
}

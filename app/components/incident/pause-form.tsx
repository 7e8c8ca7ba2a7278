import { Button } from '~/ui/button';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';

const PRESETS = [
  { minutes: 10, word: '10 min' },
  { minutes: 30, word: '30 min' },
  { minutes: 60, word: '1 h' },
  { minutes: 240, word: '4 h' },
];

/** Holds the policy for a while; a paused one can be resumed at any time. */
export function PauseForm({ isPaused }: { isPaused: boolean }) {
  if (isPaused) {
    return (
      <ActionForm verb="resume" className={styles.apart}>
        <Button>Resume the escalation</Button>
      </ActionForm>
    );
  }
  return (
    <ActionForm verb="pause" className={styles.apart}>
      <p className={styles.lead}>Pause: no further step is paged for</p>
      <div className={styles.presets}>
        {PRESETS.map(({ minutes, word }) => (
          <Button key={minutes} name="minutes" value={minutes} className={styles.preset}>
            {word}
          </Button>
        ))}
      </div>
    </ActionForm>
  );
}

import { useClock } from '~/lib/clock';
import { keyed } from '~/lib/keyed';
import { listOf } from '~/lib/time';
import { Button } from '~/ui/button';
import { Menu } from '~/ui/menu';
import type { IncidentDetail } from '../../../domain/incident/view';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';
import { PauseForm } from './pause-form';

type Props = { incident: IncidentDetail; mayPause: boolean };

/** Pages a further step at once; each button names the people it wakes. */
export function EscalateMenu({ incident: { steps, pausedUntil }, mayPause }: Props) {
  const { locale } = useClock();
  if (steps.length === 0) {
    return (
      <ActionForm verb="escalate">
        <Button {...keyed('e', 'Escalate')}>Escalate</Button>
      </ActionForm>
    );
  }
  return (
    <Menu label="Escalate" group="actions" keys="e">
      <ActionForm verb="escalate" className={styles.stack}>
        <p className={styles.lead}>Page a step now, without waiting:</p>
        {steps.map(({ step, people, state }) => (
          <Button key={step} name="step" value={step} className={styles.choice}>
            <span>
              Step {step}: {people.length > 0 ? listOf(people, locale) : 'nobody at the moment'}
            </span>
            <span className={styles.aside}>{state === 'next' ? 'next' : state === 'done' ? 'again' : ''}</span>
          </Button>
        ))}
      </ActionForm>
      {mayPause ? <PauseForm isPaused={pausedUntil !== null} /> : null}
    </Menu>
  );
}

import { useClock } from '~/lib/clock';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { amount } from '~/lib/time';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Menu } from '~/ui/menu';
import { ActionForm } from './action-form';
import styles from './action-menu.module.css';

const PRESETS = [15, 30, 60, 120, 240, 480, 720, 1440];

/** Silence for a while: one press for the usual lengths, minutes for any other. */
export function SnoozeMenu({ refusal }: { refusal: Refusal | undefined }) {
  const { locale } = useClock();
  return (
    <Menu label="Snooze" group="actions" keys="s" open={Boolean(refusal)}>
      <ActionForm verb="snooze" className={styles.stack}>
        <p className={styles.lead}>Nobody is paged for</p>
        <div className={styles.presets}>
          {PRESETS.map((minutes) => (
            <Button key={minutes} name="minutes" value={minutes} className={styles.preset}>
              {minutes < 60 ? amount(minutes, 'minute', locale) : amount(minutes / 60, 'hour', locale)}
            </Button>
          ))}
        </div>
        <Button name="until" value="morning">
          Until 09:00 my time
        </Button>
      </ActionForm>
      <ActionForm verb="snooze" className={styles.apart}>
        <Field
          label="Other length, in minutes"
          type="number"
          inputMode="numeric"
          min={1}
          max={43200}
          required
          {...fieldOf(refusal, 'minutes')}
        />
        <Field label="Reason (optional)" maxLength={500} {...fieldOf(refusal, 'reason')} />
        <Button>Snooze</Button>
      </ActionForm>
    </Menu>
  );
}

import { WEEKDAY_WORDS } from '~/components/escalation-policy/limit-words';
import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { RadioGroup } from '~/ui/radio-group';
import { Moment } from '~/ui/time';
import type { Preferences } from '../../../domain/notification/preferences';
import { WEEKDAYS } from '../../../domain/schedule/schedule';
import styles from './quiet-forms.module.css';

type Of<K extends keyof Preferences> = { value: Preferences[K]; refusal: Refusal | undefined };

/** From when to when only HIGH wakes. */
export function QuietHoursForm({ value, refusal, timezone }: Of<'quietHours'> & { timezone: string }) {
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      <div className={styles.times}>
        <Anchored name="startTime">
          <Field
            label="From"
            type="time"
            required
            name="startTime"
            defaultValue={refusal?.values.startTime ?? value?.startTime ?? '22:00'}
            error={refusal?.errors.startTime}
          />
        </Anchored>
        <Anchored name="endTime">
          <Field
            label="To"
            type="time"
            required
            name="endTime"
            defaultValue={refusal?.values.endTime ?? value?.endTime ?? '07:00'}
            error={refusal?.errors.endTime}
          />
        </Anchored>
      </div>
      <Anchored name="days">
        <CheckboxGroup
          legend="On the days on which they begin"
          hint={`On your clock, ${timezone}.`}
          name="days"
          choices={WEEKDAYS.map((day) => ({ value: day, word: WEEKDAY_WORDS[day] }))}
          chosen={value?.days ?? WEEKDAYS}
          error={refusal?.errors.days}
        />
      </Anchored>
      <div className={styles.actions}>
        <Button name="verb" value="quiet">
          {value ? 'Save quiet hours' : 'Keep quiet hours'}
        </Button>
        {value ? (
          <Button name="verb" value="end-quiet" look="quiet" formNoValidate>
            End quiet hours
          </Button>
        ) : null}
      </div>
    </Form>
  );
}

/** When pages of low urgency are told. */
export function DigestForm({ value, refusal }: Of<'lowDigest'>) {
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      <RadioGroup
        legend="Low urgency reaches you"
        name="every"
        chosen={value?.every ?? 'page'}
        choices={[
          { value: 'page', word: 'Page by page', detail: 'as your rules say' },
          { value: 'hour', word: 'In a digest each full hour', detail: 'if there was anything' },
          { value: 'day', word: 'In a digest once a day', detail: 'at the time below' },
        ]}
      />
      <Anchored name="at">
        <Field
          label="Time of the daily digest"
          type="time"
          name="at"
          className={styles.time}
          defaultValue={refusal?.values.at ?? (value?.every === 'day' ? value.at : '09:00')}
          error={refusal?.errors.at}
        />
      </Anchored>
      <Button name="verb" value="digest">
        Save
      </Button>
    </Form>
  );
}

type Muted = { serviceId: string; name: string; until: number };

export function MutedServices({ muted }: { muted: readonly Muted[] }) {
  return (
    <ul>
      {muted.map(({ serviceId, name, until }) => (
        <li key={serviceId} className={styles.muted}>
          <p>
            {name}{' '}
            <span className={styles.until}>
              until <Moment at={until} />
            </span>
          </p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="serviceId" value={serviceId} />
            <Button name="verb" value="unmute" look="quiet" aria-label={`Unmute ${name}`}>
              Unmute
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

const MUTE_HOURS = [
  [1, '1 hour'],
  [8, '8 hours'],
  [24, '1 day'],
  [168, '7 days'],
  [720, '30 days'],
] as const;

type MuteProps = { services: readonly { id: string; name: string }[]; refusal: Refusal | undefined };

export function MuteForm({ services, refusal }: MuteProps) {
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      <div className={styles.mute}>
        <Anchored name="serviceId">
          <Select label="Service" name="serviceId" required error={refusal?.errors.serviceId}>
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Anchored>
        <Anchored name="until">
          <Select label="For" name="hours" defaultValue={refusal?.values.hours ?? '8'} error={refusal?.errors.until}>
            {MUTE_HOURS.map(([hours, word]) => (
              <option key={hours} value={hours}>
                {word}
              </option>
            ))}
          </Select>
        </Anchored>
      </div>
      <Button name="verb" value="mute">
        Mute for me
      </Button>
    </Form>
  );
}

import { focused } from '~/components/escalation-policy/focused';
import { OpButton } from '~/components/escalation-policy/op-button';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { fields, type RestrictionDraft } from './draft';
import { opOf } from './draft-moves';
import { WEEKDAY_WORDS } from './draft-words';
import styles from './hours-fields.module.css';

type Props = {
  layer: number;
  hours: readonly RestrictionDraft[];
  errors: Record<string, string>;
  focus: string;
};

/** When a layer counts at all: hours of every day, or from one weekday to another. */
export function HoursFields({ layer, hours, errors, focus }: Props) {
  return (
    <div className={styles.hours}>
      <p className={styles.title}>Only at these hours</p>
      {hours.length === 0 ? <p className={styles.hint}>None: day and night.</p> : null}
      {hours.map(({ kind, startDay, startTime, endDay, endTime }, place) => {
        const name = (part: string) => fields.restriction(layer, place, part);
        const time = (part: string, label: string, value: string) => (
          <Anchored name={name(part)}>
            <Field
              label={label}
              name={name(part)}
              type="time"
              required
              defaultValue={value}
              error={errors[name(part)]}
              {...focused(focus === name(part))}
            />
          </Anchored>
        );
        const day = (part: string, label: string, value: string) => (
          <Select label={label} name={name(part)} defaultValue={value} {...focused(focus === name(part))}>
            {WEEKDAY_WORDS.map(([key, word]) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
          </Select>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name but their place, and the form is made anew when they move
          <div key={place} className={styles.window}>
            <input type="hidden" name={name('kind')} value={kind} />
            {kind === 'weekly' ? day('startDay', 'From', startDay) : null}
            {time('startTime', kind === 'weekly' ? 'at' : 'Every day from', startTime)}
            {kind === 'weekly' ? day('endDay', 'until', endDay) : null}
            {time('endTime', kind === 'weekly' ? 'at' : 'until', endTime)}
            <OpButton op={opOf('remove-hours', layer, place)} focus={focus} label={`Remove hours ${place + 1}`}>
              Remove
            </OpButton>
          </div>
        );
      })}
      <div className={styles.adds}>
        <OpButton op={opOf('add-hours', layer, 'daily')} focus={focus} adds>
          Add hours of every day
        </OpButton>
        <OpButton op={opOf('add-hours', layer, 'weekly')} focus={focus} adds>
          Add days of the week
        </OpButton>
      </div>
    </div>
  );
}

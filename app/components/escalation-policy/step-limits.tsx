import { useClock } from '~/lib/clock';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Anchored } from '~/ui/error-summary';
import { Checkbox, Field, Select } from '~/ui/field';
import { URGENCIES } from '../../../domain/incident/incident';
import { WEEKDAYS } from '../../../domain/schedule/schedule';
import { isLimited, type LimitsDraft, limitFields } from './draft-limits';
import { URGENCY_WORDS, WEEKDAY_WORDS } from './limit-words';
import styles from './step-limits.module.css';

type Props = { place: number; limits: LimitsDraft; errors: Record<string, string> };

/** For which alerts and hours a step is meant, folded until somebody needs it. */
export function StepLimits({ place, limits, errors }: Props) {
  const { timeZone } = useClock();
  const hoursError = errors[limitFields.when(place)];
  return (
    <details className={styles.limits} open={isLimited(limits) || Boolean(hoursError)}>
      <summary>Only for some alerts or hours, or taking turns</summary>
      <div className={styles.fields}>
        <CheckboxGroup
          legend="Only for urgency"
          hint="None ticked: for every urgency. A step for other urgencies is passed over at once."
          name={limitFields.urgencies(place)}
          choices={URGENCIES.map((value) => ({ value, word: URGENCY_WORDS[value] }))}
          chosen={limits.urgencies}
        />
        <Checkbox
          label="Page one of them, taking turns from incident to incident"
          name={limitFields.takesTurns(place)}
          defaultChecked={limits.takesTurns}
        />
        <Anchored name={limitFields.when(place)}>
          <Select label="Hours" name={limitFields.when(place)} defaultValue={limits.when} error={hoursError}>
            <option value="">At any hour</option>
            <option value="inside">Only inside these hours</option>
            <option value="outside">Only outside these hours</option>
          </Select>
        </Anchored>
        <div className={styles.hours}>
          <Field label="From" type="time" name={limitFields.startTime(place)} defaultValue={limits.startTime} />
          <Field label="To" type="time" name={limitFields.endTime(place)} defaultValue={limits.endTime} />
          <Field
            label="Time zone"
            name={limitFields.timezone(place)}
            list="zones"
            autoComplete="off"
            defaultValue={limits.timezone || timeZone}
          />
        </div>
        <CheckboxGroup
          legend="Days on which they begin"
          name={limitFields.days(place)}
          choices={WEEKDAYS.map((value) => ({ value, word: WEEKDAY_WORDS[value] }))}
          chosen={limits.days}
        />
      </div>
    </details>
  );
}

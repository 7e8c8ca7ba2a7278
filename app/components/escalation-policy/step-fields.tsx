import { useClock } from '~/lib/clock';
import type { StepPreview } from '~/lib/paging';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { CHANNELS } from '../../../domain/notification/channels';
import { fields, MOST_TARGETS, type StepDraft } from './draft';
import { opOf } from './draft-moves';
import { OpButton } from './op-button';
import { CHANNEL_NAMES, stepSentence } from './sentences';
import styles from './step-fields.module.css';
import { StepLimits } from './step-limits';
import { Reasons } from './steps-now';
import { TargetSelect } from './target-select';
import type { TargetChoices } from './targets';

type Props = {
  place: number;
  count: number;
  step: StepDraft;
  preview: StepPreview | undefined;
  choices: TargetChoices;
  errors: Record<string, string>;
  focus: string;
};

/** One step: how long to wait, whom to page, by what; and whom that is at the moment. */
export function StepFields({ place, count, step, preview, choices, errors, focus }: Props) {
  const number = `step ${place + 1}`;
  const { locale } = useClock();
  return (
    <li className={styles.step}>
      <fieldset>
        <legend className={styles.legend}>Step {place + 1}</legend>
        <div className={styles.body}>
          <Anchored name={fields.delay(place)}>
            <div className={styles.delay}>
              <Field
                label={place === 0 ? 'Wait before paging' : 'Wait after the step before'}
                name={fields.delay(place)}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={step.delay}
                error={errors[fields.delay(place)]}
              />
              <Select label={`Unit of ${number}`} name={fields.unit(place)} defaultValue={step.unit}>
                <option value="minutes">minutes</option>
                <option value="seconds">seconds</option>
              </Select>
            </div>
          </Anchored>
          {step.targets.map((target, index) => {
            const name = fields.target(place, index);
            return (
              <Anchored key={name} name={name}>
                <div className={styles.target}>
                  <TargetSelect
                    label={index === 0 ? 'Page' : 'and'}
                    name={name}
                    value={target}
                    choices={choices}
                    error={errors[name]}
                    hasFocus={focus === name}
                  />
                  {step.targets.length > 1 ? (
                    <OpButton
                      op={opOf('remove-target', place, index)}
                      focus={focus}
                      label={`Remove target ${index + 1} of ${number}`}
                    >
                      Remove
                    </OpButton>
                  ) : null}
                </div>
              </Anchored>
            );
          })}
          {step.targets.length < MOST_TARGETS ? (
            <OpButton op={opOf('add-target', place)} focus={focus} label={`Page somebody else too in ${number}`} adds>
              Page somebody else too
            </OpButton>
          ) : null}
          <Anchored name={fields.channels(place)}>
            <CheckboxGroup
              legend="Only by these channels"
              hint="None ticked: by whatever each person has set for the alert’s urgency."
              name={fields.channels(place)}
              choices={CHANNELS.map((channel) => ({ value: channel, word: CHANNEL_NAMES[channel] }))}
              chosen={step.channels}
              error={errors[fields.channels(place)]}
            />
          </Anchored>
          <StepLimits place={place} limits={step.limits} errors={errors} />
          {preview ? (
            <div className={styles.preview}>
              <p data-empty={preview.people.length === 0 || undefined}>{stepSentence(preview, locale)}</p>
              <Reasons step={preview} />
            </div>
          ) : null}
        </div>
      </fieldset>
      <div className={styles.moves}>
        <OpButton op={opOf('move-up', place)} focus={focus} label={`Move ${number} up`} disabled={place === 0}>
          Up
        </OpButton>
        <OpButton
          op={opOf('move-down', place)}
          focus={focus}
          label={`Move ${number} down`}
          disabled={place === count - 1}
        >
          Down
        </OpButton>
        <OpButton op={opOf('remove-step', place)} focus={focus} label={`Remove ${number}`} disabled={count === 1}>
          Remove
        </OpButton>
      </div>
    </li>
  );
}

import { focused } from '~/components/escalation-policy/focused';
import { OpButton } from '~/components/escalation-policy/op-button';
import type { Named } from '~/lib/operations';
import { Anchored } from '~/ui/error-summary';
import { Checkbox, Field, Select } from '~/ui/field';
import { fields, type LayerDraft } from './draft';
import { opOf } from './draft-moves';
import { ROTATION_UNIT_WORDS, turnNames } from './draft-words';
import { HoursFields } from './hours-fields';
import styles from './layer-fields.module.css';
import { TurnFields } from './turn-fields';

type Props = {
  place: number;
  layer: LayerDraft;
  people: readonly Named[];
  errors: Record<string, string>;
  focus: string;
  /** Whether its fields begin unfolded; what is wrong or has the focus always does. */
  unfolded: boolean;
};

/** One layer: who, how long each, when handed over, and at which hours it counts. */
export function LayerFields({ place, layer, people, errors, focus, unfolded }: Props) {
  const field = (part: string) => {
    const name = fields.layer(place, part);
    return { name, error: errors[name], ...focused(focus === name) };
  };
  return (
    <fieldset className={styles.layer}>
      <legend>{layer.name || `Layer ${place + 1}`}</legend>
      <div className={styles.remove}>
        <OpButton op={opOf('remove-layer', place)} focus={focus} label={`Remove layer ${place + 1}`}>
          Remove layer
        </OpButton>
      </div>
      <details className={styles.fold} open={unfolded || isNeeded(place, errors, focus)}>
        <summary>{turnNames(layer, people)}</summary>
        <div className={styles.body}>
          <div className={styles.two}>
            <Anchored name={fields.layer(place, 'name')}>
              <Field label="Name" maxLength={200} autoComplete="off" defaultValue={layer.name} {...field('name')} />
            </Anchored>
            <Anchored name={fields.layer(place, 'priority')}>
              <Field
                label="Priority"
                hint="The higher fills first; equal ones together."
                inputMode="numeric"
                defaultValue={layer.priority}
                {...field('priority')}
              />
            </Anchored>
          </div>
          <TurnFields layer={place} turns={layer.turns} people={people} errors={errors} focus={focus} />
          <div className={styles.four}>
            <Anchored name={fields.layer(place, 'length')}>
              <Field
                label="Each turn lasts"
                inputMode="numeric"
                required
                defaultValue={layer.length}
                {...field('length')}
              />
            </Anchored>
            <Select label="of" defaultValue={layer.unit} {...field('unit')}>
              {ROTATION_UNIT_WORDS.map(([unit, word]) => (
                <option key={unit} value={unit}>
                  {word}
                </option>
              ))}
            </Select>
            <Anchored name={fields.layer(place, 'date')}>
              <Field label="First turn on" type="date" required defaultValue={layer.date} {...field('date')} />
            </Anchored>
            <Anchored name={fields.layer(place, 'handoff')}>
              <Field label="Handoff at" type="time" required defaultValue={layer.handoff} {...field('handoff')} />
            </Anchored>
          </div>
          <HoursFields layer={place} hours={layer.restrictions} errors={errors} focus={focus} />
          <details
            className={styles.more}
            open={layer.end !== '' || layer.onlyActive || isWrong(place, 'start', errors)}
          >
            <summary>Start, end and how turns are counted</summary>
            <div className={styles.two}>
              <Anchored name={fields.layer(place, 'start')}>
                <Field
                  label="Layer starts"
                  hint="Empty: with its first turn."
                  type="datetime-local"
                  defaultValue={layer.start}
                  {...field('start')}
                />
              </Anchored>
              <Anchored name={fields.layer(place, 'end')}>
                <Field
                  label="Layer ends"
                  hint="Empty: never."
                  type="datetime-local"
                  defaultValue={layer.end}
                  {...field('end')}
                />
              </Anchored>
            </div>
            <Anchored name={fields.layer(place, 'onlyActive')}>
              <Checkbox
                label="Count only turns that fall into these hours"
                name={fields.layer(place, 'onlyActive')}
                defaultChecked={layer.onlyActive}
              />
            </Anchored>
          </details>
        </div>
      </details>
    </fieldset>
  );
}

const isWrong = (place: number, part: string, errors: Record<string, string>): boolean =>
  errors[fields.layer(place, part)] !== undefined;

/** True if a field of a layer is wrong, or something in it was pressed last. */
function isNeeded(place: number, errors: Record<string, string>, focus: string): boolean {
  const prefix = fields.layer(place, '');
  const isInside = Object.keys(errors).some((name) => name.startsWith(prefix));
  return isInside || focus.startsWith(prefix) || focus.split(/[:|]/)[1] === String(place);
}

import { focused } from '~/components/escalation-policy/focused';
import { OpButton } from '~/components/escalation-policy/op-button';
import type { Named } from '~/lib/operations';
import { Anchored } from '~/ui/error-summary';
import { Select } from '~/ui/field';
import { fields, MOST, NOBODY } from './draft';
import { opOf } from './draft-moves';
import styles from './turn-fields.module.css';

type Props = {
  layer: number;
  turns: readonly (readonly string[])[];
  people: readonly Named[];
  errors: Record<string, string>;
  focus: string;
};

/** Who follows whom: one person a turn, several together, or nobody. */
export function TurnFields({ layer, turns, people, errors, focus }: Props) {
  return (
    <div>
      <p className={styles.title}>People, in order</p>
      <ol className={styles.turns}>
        {turns.map((turn, place) => {
          const number = `turn ${place + 1}`;
          const shown = turn.length > 0 ? turn : [NOBODY];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn has no name but its place, and the form is made anew when they move
            <li key={place} className={styles.turn}>
              <span className={styles.number} aria-hidden="true">
                {place + 1}
              </span>
              <div className={styles.people}>
                {shown.map((person, index) => {
                  const name = fields.person(layer, place, index);
                  return (
                    <Anchored key={name} name={name}>
                      <Select
                        label={index === 0 ? `Turn ${place + 1}` : 'together with'}
                        name={name}
                        defaultValue={person}
                        error={errors[name]}
                        {...focused(focus === name)}
                      >
                        <option value="">Choose a person</option>
                        {index === 0 ? <option value={NOBODY}>Nobody: leave the turn empty</option> : null}
                        {person && person !== NOBODY && !people.some(({ id }) => id === person) ? (
                          <option value={person}>Not active any more</option>
                        ) : null}
                        {people.map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                      </Select>
                    </Anchored>
                  );
                })}
              </div>
              <div className={styles.moves}>
                <OpButton
                  op={opOf('turn-up', layer, place)}
                  focus={focus}
                  label={`Move ${number} up`}
                  disabled={place === 0}
                >
                  Up
                </OpButton>
                <OpButton
                  op={opOf('turn-down', layer, place)}
                  focus={focus}
                  label={`Move ${number} down`}
                  disabled={place === turns.length - 1}
                >
                  Down
                </OpButton>
                <OpButton op={opOf('add-person', layer, place)} focus={focus} label={`Add another to ${number}`}>
                  Add another
                </OpButton>
                <OpButton op={opOf('remove-turn', layer, place)} focus={focus} label={`Remove ${number}`}>
                  Remove
                </OpButton>
              </div>
            </li>
          );
        })}
      </ol>
      <OpButton op={opOf('add-turn', layer)} focus={focus} adds disabled={turns.length >= MOST.turns}>
        Add a person
      </OpButton>
    </div>
  );
}

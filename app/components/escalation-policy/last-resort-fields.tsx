import { Anchored } from '~/ui/error-summary';
import { fields, MOST_TARGETS } from './draft';
import { opOf } from './draft-moves';
import styles from './last-resort-fields.module.css';
import { OpButton } from './op-button';
import { TargetSelect } from './target-select';
import type { TargetChoices } from './targets';

type Props = { targets: readonly string[]; choices: TargetChoices; errors: Record<string, string>; focus: string };

/** A policy's own last resort; empty in most. */
export function LastResortFields({ targets, choices, errors, focus }: Props) {
  return (
    <div className={styles.fields}>
      {targets.map((target, index) => {
        const name = fields.lastResort(index);
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
              <OpButton op={opOf('remove-last', index)} focus={focus} label={`Remove last resort ${index + 1}`}>
                Remove
              </OpButton>
            </div>
          </Anchored>
        );
      })}
      {targets.length < MOST_TARGETS ? (
        <OpButton op="add-last" focus={focus} adds>
          {targets.length === 0 ? 'Add a last resort of its own' : 'Add another'}
        </OpButton>
      ) : null}
    </div>
  );
}

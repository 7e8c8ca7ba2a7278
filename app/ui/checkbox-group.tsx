import { type ReactNode, useId } from 'react';
import styles from './checkbox-group.module.css';
import { Checkbox } from './field';

type Choice = { value: string; word: string };
type Props = {
  legend: string;
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  hint?: ReactNode;
  error?: string | undefined;
};

/** Any number of a few choices, posted under one name. */
export function CheckboxGroup({ legend, name, choices, chosen, hint, error }: Props) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={hint || error ? id : undefined}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {choices.map(({ value, word }) => (
          <Checkbox key={value} name={name} value={value} label={word} defaultChecked={chosen.includes(value)} />
        ))}
      </div>
      <div id={id}>
        {hint ? <p className={styles.hint}>{hint}</p> : null}
        {error ? <p className={styles.error}>{error}</p> : null}
      </div>
    </fieldset>
  );
}

import { type ReactNode, useId } from 'react';
import styles from './radio-group.module.css';

type Choice = { value: string; word: string; detail?: string | undefined };
type Props = {
  legend: string;
  name: string;
  choices: readonly Choice[];
  chosen: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
};

/** One of a few choices, all of them to be seen. */
export function RadioGroup({ legend, name, choices, chosen, hint, error, required }: Props) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={hint || error ? id : undefined}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {choices.map(({ value, word, detail }) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} required={required} />
            <span>
              {word}
              {detail ? <span className={styles.detail}> {detail}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <div id={id}>
        {hint ? <p className={styles.detail}>{hint}</p> : null}
        {error ? <p className={styles.error}>{error}</p> : null}
      </div>
    </fieldset>
  );
}

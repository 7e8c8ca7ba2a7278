import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ComboboxInput } from './combobox-input';
import { type ComboboxGroup, isMany } from './combobox-options';
import { Framed, Select } from './field';

type Props = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  name: string;
  groups: readonly ComboboxGroup[];
  /** What stands there while nothing is chosen; without it one of the options is for that. */
  placeholder?: string;
  defaultValue?: string;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
};

/**
 * One of many, found by typing a part of its name. A plain `<select>` until scripts run, and for a handful of options;
 * it is posted under `name` either way.
 */
export function Combobox({ groups, placeholder, defaultValue = '', ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const [value, setValue] = useState(defaultValue);
  useEffect(() => {
    // Somebody may have chosen before the scripts were here.
    const select = box.current?.querySelector('select');
    if (select) setValue(select.value);
    setReady(true);
  }, []);
  if (isReady && isMany(groups)) {
    return <Searched groups={groups} placeholder={placeholder} value={value} onChoose={setValue} {...rest} />;
  }
  return (
    <div ref={box}>
      <Select {...rest} defaultValue={defaultValue}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {groups.map(({ label, options }) =>
          label === undefined ? (
            <Options key="" options={options} />
          ) : (
            <optgroup key={label} label={label}>
              <Options options={options} />
            </optgroup>
          ),
        )}
      </Select>
    </div>
  );
}

const Options = ({ options }: { options: ComboboxGroup['options'] }) =>
  options.map(({ value, word }) => (
    <option key={value} value={value}>
      {word}
    </option>
  ));

type SearchedProps = Omit<Props, 'defaultValue' | 'placeholder'> & {
  placeholder: string | undefined;
  value: string;
  onChoose: (value: string) => void;
};

function Searched({ label, hint, error, name, ...rest }: SearchedProps) {
  const id = useId().replaceAll(':', '');
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <ComboboxInput
        id={id}
        label={label}
        isInvalid={Boolean(error)}
        describedBy={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')}
        {...rest}
      />
      <input type="hidden" name={name} value={rest.value} disabled={rest.disabled} />
    </Framed>
  );
}

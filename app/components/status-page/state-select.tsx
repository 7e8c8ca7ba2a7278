import { Select } from '~/ui/field';
import { COMPONENT_STATES } from '../../../domain/status-page/component';
import { STATE_WORDS } from './words';

type Props = { label: string; name: string; none: string; chosen?: string | undefined };

/** One state of a component, or none of them. */
export function StateSelect({ label, name, none, chosen = '' }: Props) {
  return (
    <Select label={label} name={name} defaultValue={chosen}>
      <option value="">{none}</option>
      {COMPONENT_STATES.map((state) => (
        <option key={state} value={state}>
          {STATE_WORDS[state]}
        </option>
      ))}
    </Select>
  );
}

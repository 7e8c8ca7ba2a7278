import type { Refusal } from '~/lib/failure';
import { Field, Select } from '~/ui/field';
import type { FieldKind } from '../../../domain/custom-field/kinds';
import type { FieldView } from '../../../domain/incident/view';

const TYPES: Record<Exclude<FieldKind, 'SELECT' | 'BOOLEAN'>, { type: string; inputMode?: 'decimal' }> = {
  TEXT: { type: 'text' },
  NUMBER: { type: 'text', inputMode: 'decimal' },
  DATE: { type: 'date' },
  URL: { type: 'url' },
  EMAIL: { type: 'email' },
};

type Props = { fields: readonly FieldView[]; refusal: Refusal | undefined };

/** One input for each custom field, by its kind; posted as `field.{key}`. */
export const FieldInputs = ({ fields, refusal }: Props) => (
  <>
    {fields.map((field) => (
      <OneField key={field.key} field={field} refusal={refusal} />
    ))}
  </>
);

function OneField({ field, refusal }: { field: FieldView; refusal: Refusal | undefined }) {
  const { key, name, kind, options, isRequired, value } = field;
  const common = {
    label: isRequired ? name : `${name} (optional)`,
    name: `field.${key}`,
    error: refusal?.errors[`fields/${key}`],
    defaultValue: refusal?.values[`field.${key}`] ?? value ?? '',
    required: isRequired,
  };
  if (kind === 'SELECT' || kind === 'BOOLEAN') {
    const choices =
      kind === 'SELECT'
        ? options.map((one) => [one, one])
        : [
            ['true', 'Yes'],
            ['false', 'No'],
          ];
    return (
      <Select {...common}>
        <option value="">{isRequired ? 'Choose' : 'Nothing'}</option>
        {choices.map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </Select>
    );
  }
  return <Field {...common} {...TYPES[kind]} maxLength={2000} autoComplete="off" />;
}

import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { CustomField } from '~/lib/operations';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { FIELD_KINDS } from '../../../domain/custom-field/kinds';
import { KIND_WORDS } from './words';

/** The fields of a custom field; kind and key stay once there are values by them. */
export function FieldForm({ field, refusal }: { field: CustomField | null; refusal: Refusal | undefined }) {
  const shown = (name: string, now: string) => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? now,
  });
  return (
    <>
      <Field label="Name" required maxLength={200} autoComplete="off" {...shown('name', field?.name ?? '')} />
      {field ? null : (
        <>
          <Select label="Kind" {...shown('kind', 'TEXT')}>
            {FIELD_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </Select>
          <Field
            label="Key (optional)"
            hint="How the API calls it. Made from the name if you leave it empty."
            maxLength={50}
            autoComplete="off"
            {...shown('key', '')}
          />
        </>
      )}
      {field && field.kind !== 'SELECT' ? null : (
        <Textarea
          label="Choices"
          hint="One on each line; only for the kind Choice."
          rows={4}
          maxLength={10_000}
          {...shown('options', field?.options.join('\n') ?? '')}
        />
      )}
      <Field
        label="Place"
        hint="Fields stand in this order."
        type="number"
        min={0}
        max={1000}
        {...shown('position', String(field?.position ?? 0))}
      />
      <Checkbox
        label="An incident cannot be declared without it"
        name="isRequired"
        value="yes"
        defaultChecked={refusal ? refusal.values.isRequired === 'yes' : (field?.isRequired ?? false)}
      />
    </>
  );
}

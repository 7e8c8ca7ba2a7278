import { FieldInputs } from '~/components/custom-field/field-inputs';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { IncidentTemplate, Named } from '~/lib/operations';
import { Combobox } from '~/ui/combobox';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import type { FieldView } from '../../../domain/incident/view';

type Props = {
  template: IncidentTemplate | null;
  services: readonly Named[];
  fields: readonly FieldView[];
  refusal: Refusal | undefined;
};

/** What a declared incident begins with. */
export function TemplateForm({ template, services, fields, refusal }: Props) {
  const shown = (name: string, now: string | null | undefined) => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? now ?? '',
  });
  return (
    <>
      <Field
        label="Name of the template"
        required
        maxLength={200}
        autoComplete="off"
        {...shown('name', template?.name)}
      />
      <Field label="What is wrong" required maxLength={500} autoComplete="off" {...shown('title', template?.title)} />
      <Combobox
        label="Service (optional)"
        {...shown('serviceId', template?.serviceId)}
        groups={[
          {
            options: [
              { value: '', word: 'Whoever declares chooses' },
              ...services.map(({ id, name }) => ({ value: id, word: name })),
            ],
          },
        ]}
      />
      <Select label="Urgency" {...shown('urgency', template?.urgency ?? 'HIGH')}>
        {URGENCIES.map((one) => (
          <option key={one} value={one}>
            {URGENCY_WORDS[one]}
          </option>
        ))}
      </Select>
      <Select label="Priority" {...shown('priority', template?.priority)}>
        <option value="">None</option>
        {PRIORITIES.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <Textarea
        label="Description (optional)"
        rows={4}
        maxLength={10_000}
        {...shown('description', template?.description)}
      />
      <Field
        label="Tags (optional)"
        hint="Separated by commas."
        maxLength={1000}
        autoComplete="off"
        {...shown('tags', template?.tags.join(', '))}
      />
      <FieldInputs
        fields={fields.map((field) => ({ ...field, isRequired: false, value: template?.fields[field.key] ?? null }))}
        refusal={refusal}
      />
      <Checkbox
        label="Private: only those it concerns see it"
        name="private"
        value="yes"
        defaultChecked={refusal ? refusal.values.private === 'yes' : template?.visibility === 'PRIVATE'}
      />
    </>
  );
}

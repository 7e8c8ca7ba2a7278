import { FieldInputs } from '~/components/custom-field/field-inputs';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { IncidentTemplate, Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import type { FieldView } from '../../../domain/incident/view';
import styles from './declare-form.module.css';
import { DuplicateHint } from './duplicate-hint';

type Props = {
  services: readonly Named[];
  fields: readonly FieldView[];
  start: IncidentTemplate | null;
  refusal: Refusal | undefined;
};

/** What is wrong and where, and for those who have the time, everything else. */
export function DeclareForm({ services, fields, start, refusal }: Props) {
  const shown = (name: string, begin: string | null | undefined) => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? begin ?? '',
  });
  const required = fields.filter(({ isRequired }) => isRequired);
  const others = fields.filter(({ isRequired }) => !isRequired);
  const isFilled = Boolean(start?.priority || start?.tags.length || start?.visibility === 'PRIVATE');
  return (
    <Form method="post" className={styles.form}>
      <Field label="What is wrong" required maxLength={500} autoComplete="off" {...shown('title', start?.title)} />
      <Combobox
        label="Service"
        required
        {...shown('serviceId', start?.serviceId)}
        {...(services.length > 1 ? { placeholder: 'Choose' } : {})}
        groups={[{ options: services.map(({ id, name }) => ({ value: id, word: name })) }]}
      />
      <DuplicateHint />
      <Select
        label="Urgency"
        hint="High wakes people by every channel they have."
        {...shown('urgency', start?.urgency ?? 'HIGH')}
      >
        {URGENCIES.map((urgency) => (
          <option key={urgency} value={urgency}>
            {URGENCY_WORDS[urgency]}
          </option>
        ))}
      </Select>
      <Textarea
        label="Description (optional)"
        rows={4}
        maxLength={10_000}
        {...shown('description', start?.description)}
      />
      <FieldInputs fields={required} refusal={refusal} />
      <details className={styles.more} open={isFilled || refusal !== undefined}>
        <summary className={styles.unfold}>Priority, tags and who sees it</summary>
        <div className={styles.form}>
          <Select label="Priority" {...shown('priority', start?.priority)}>
            <option value="">None</option>
            {PRIORITIES.map((priority) => (
              <option key={priority}>{priority}</option>
            ))}
          </Select>
          <Field
            label="Tags (optional)"
            hint="Separated by commas."
            maxLength={1000}
            autoComplete="off"
            {...shown('tags', start?.tags.join(', '))}
          />
          <FieldInputs fields={others} refusal={refusal} />
          <Checkbox
            label="Private: only those it concerns see it"
            name="private"
            value="yes"
            defaultChecked={refusal ? refusal.values.private === 'yes' : start?.visibility === 'PRIVATE'}
          />
        </div>
      </details>
      <Button look="primary">Declare and page</Button>
    </Form>
  );
}

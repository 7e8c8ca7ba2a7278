import { FieldInputs } from '~/components/custom-field/field-inputs';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { IncidentPage } from '~/lib/operations';
import { Button } from '~/ui/button';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import { ActionForm } from './action-form';
import styles from './records.module.css';

/** Everything about an incident that is no verb: what it is called, how grave it is, who sees it, what it is filed under. */
export function EditForm({ incident, refusal }: { incident: IncidentPage; refusal: Refusal | undefined }) {
  const { title, description, urgency, priority, visibility, status, records } = incident;
  const shown = (name: string, now: string) => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? now,
  });
  // What somebody is typing stays until what is saved changes.
  const saved = JSON.stringify([title, description, urgency, priority, visibility, records?.tags, records?.fields]);
  return (
    <details open={refusal !== undefined} className={styles.edit}>
      <summary className={styles.unfold}>Edit details</summary>
      <ActionForm verb="edit" className={styles.form} key={saved}>
        <Field label="Title" required maxLength={500} {...shown('title', title)} />
        <Textarea
          label="Description (optional)"
          rows={3}
          maxLength={10_000}
          {...shown('description', description ?? '')}
        />
        {status === 'RESOLVED' ? null : (
          <Select label="Urgency" hint="Raising it pages again." {...shown('urgency', urgency)}>
            {URGENCIES.map((one) => (
              <option key={one} value={one}>
                {URGENCY_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
        <Select label="Priority" {...shown('priority', priority ?? '')}>
          <option value="">None</option>
          {PRIORITIES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
        <Checkbox
          label="Private: only those it concerns see it"
          name="private"
          value="yes"
          defaultChecked={refusal ? refusal.values.private === 'yes' : visibility === 'PRIVATE'}
        />
        {records ? (
          <>
            <Field
              label="Tags (optional)"
              hint="Separated by commas."
              maxLength={1000}
              autoComplete="off"
              {...shown('tags', records.tags.join(', '))}
              error={refusal?.errors.add ?? refusal?.errors.tags}
            />
            <input type="hidden" name="tagsBefore" value={records.tags.join(',')} />
            <FieldInputs fields={records.fields} refusal={refusal} />
          </>
        ) : null}
        <Button>Save details</Button>
      </ActionForm>
    </details>
  );
}

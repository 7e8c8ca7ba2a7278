import { cx } from '~/lib/cx';
import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import type { StatusComponent, StatusReport } from '~/lib/status-pages';
import { Button } from '~/ui/button';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { statusesOf } from '../../../domain/status-page/report';
import { StateSelect } from './state-select';
import styles from './status-page.module.css';
import { STATUS_WORDS } from './words';

type Props = {
  report: StatusReport;
  components: readonly StatusComponent[];
  subscribers: number;
  timezone: string;
  refusal: Refusal | undefined;
};

/** The next update of a report. */
export function UpdateForm({ report, components, subscribers, timezone, refusal }: Props) {
  const shown = refusal?.values ?? {};
  return (
    <Form method="post" className={cx(formClass, styles.under)}>
      <Select label="Status" name="status" defaultValue={shown.status ?? report.status}>
        {statusesOf(report.kind).map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status]}
          </option>
        ))}
      </Select>
      <Textarea
        label="Text"
        name="body"
        required
        rows={4}
        maxLength={10_000}
        error={refusal?.errors.body}
        defaultValue={shown.body ?? ''}
      />
      <Field
        label={`Next update by (optional), ${timezone}`}
        type="datetime-local"
        name="nextUpdateAt"
        defaultValue={shown.nextUpdateAt ?? ''}
      />
      {components.map(({ id, name }) => (
        <StateSelect key={id} label={name} name={`state ${id}`} none="As before" chosen={shown[`state ${id}`]} />
      ))}
      <Checkbox name="notify" label={`Tell subscribers (${subscribers} now)`} defaultChecked />
      <FormActions>
        <Button look="primary" name="verb" value="update">
          Publish update
        </Button>
      </FormActions>
    </Form>
  );
}

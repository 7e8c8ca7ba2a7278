import { cx } from '~/lib/cx';
import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import type { StatusReport } from '~/lib/status-pages';
import { Button } from '~/ui/button';
import { Field, Textarea } from '~/ui/field';
import { FormActions, FormRow, formClass } from '~/ui/form';
import { Section } from '~/ui/page';
import styles from './status-page.module.css';

type Props = {
  report: StatusReport;
  values: Record<string, string>;
  timezone: string;
  refusal: Refusal | undefined;
};

/** What can be changed of a report: of a draft its words and when it is published, of any its title and times. */
export function ReportEdit({ report, values, timezone, refusal }: Props) {
  const shown = refusal?.values ?? values;
  const field = (name: string) => ({ name, error: refusal?.errors[name], defaultValue: shown[name] ?? '' });
  return (
    <Section title={report.isDraft ? 'Change the draft' : 'Change title or times'}>
      <Form method="post" className={cx(formClass, styles.under)}>
        <Field label="Title" required maxLength={200} autoComplete="off" {...field('title')} />
        {report.isDraft ? <Textarea label="Text" required rows={5} maxLength={10_000} {...field('body')} /> : null}
        <FormRow>
          <Field label={`From, ${timezone}`} type="datetime-local" required {...field('startsAt')} />
          {report.kind === 'maintenance' ? (
            <Field label="Until" type="datetime-local" required {...field('endsAt')} />
          ) : null}
        </FormRow>
        {report.isDraft ? (
          <Field
            label="Publish at (optional)"
            type="datetime-local"
            hint="Left empty: it waits to be published by hand."
            {...field('publishAt')}
          />
        ) : null}
        <FormActions>
          <Button name="verb" value="edit">
            {report.isDraft ? 'Save draft' : 'Save report'}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

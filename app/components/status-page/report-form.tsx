import { useRef } from 'react';
import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import type { StatusComponent } from '~/lib/status-pages';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { type ReportKind, statusesOf } from '../../../domain/status-page/report';
import { PreviewButton, PreviewFrame } from './preview-frame';
import preview from './preview-frame.module.css';
import { StateSelect } from './state-select';
import { STATUS_WORDS } from './words';

type Props = {
  kind: ReportKind;
  values: Record<string, string>;
  refusal: Refusal | undefined;
  components: readonly StatusComponent[];
  timezone: string;
  subscribers: number;
  pagePath: string;
};

/** The words of a report, whom it is about, and what is to happen with it. */
export function ReportForm({ kind, values, refusal, components, timezone, subscribers, pagePath }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: shown[name] ?? '' });
  const isWork = kind === 'maintenance';
  const form = useRef<HTMLFormElement>(null);
  const ask = `${pagePath}/reports/preview`;
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <div className={preview.beside}>
        <Form ref={form} method="post" reloadDocument className={formClass} noValidate={Boolean(refusal)}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="incidentId" value={shown.incidentId ?? ''} />
          <FormSection title="What visitors read" lead="Exactly these words; nothing of the incident goes with them.">
            <Anchored name="title">
              <Field label="Title" required maxLength={200} autoComplete="off" {...field('title')} />
            </Anchored>
            {isWork ? null : (
              <Select label="Status" {...field('status')}>
                {statusesOf(kind).map((status) => (
                  <option key={status} value={status}>
                    {STATUS_WORDS[status]}
                  </option>
                ))}
              </Select>
            )}
            <Anchored name="body">
              <Textarea label="Text" required rows={5} maxLength={10_000} {...field('body')} />
            </Anchored>
          </FormSection>
          <FormSection title="When" lead={`Times of ${timezone}.`}>
            <FormRow>
              <Anchored name="startsAt">
                <Field
                  label={isWork ? 'From' : 'Began (optional)'}
                  type="datetime-local"
                  required={isWork}
                  {...field('startsAt')}
                />
              </Anchored>
              {isWork ? (
                <Anchored name="endsAt">
                  <Field label="Until" type="datetime-local" required {...field('endsAt')} />
                </Anchored>
              ) : (
                <Anchored name="nextUpdateAt">
                  <Field label="Next update by (optional)" type="datetime-local" {...field('nextUpdateAt')} />
                </Anchored>
              )}
            </FormRow>
            {isWork ? (
              <Checkbox
                name="holdPages"
                label="Hold pages for the services of these components meanwhile"
                defaultChecked={shown.holdPages === 'on'}
              />
            ) : null}
          </FormSection>
          <FormSection title="What it affects">
            {components.map(({ id, name }) => (
              <StateSelect
                key={id}
                label={name}
                name={`state ${id}`}
                none="Not affected"
                chosen={shown[`state ${id}`]}
              />
            ))}
          </FormSection>
          <FormSection title="Who is told, and when">
            <Checkbox
              name="notify"
              label={`Tell subscribers (${subscribers} now)`}
              defaultChecked={!refusal || shown.notify === 'on'}
            />
            <Anchored name="publishAt">
              <Field
                label={`Publish at (optional), ${timezone}`}
                type="datetime-local"
                hint="Left empty: at once. Until then it is a draft, which can be changed."
                {...field('publishAt')}
              />
            </Anchored>
          </FormSection>
          <FormActions>
            <Button look="primary" name="verb" value="publish">
              Publish
            </Button>
            <Button name="verb" value="draft">
              Keep as draft
            </Button>
            <PreviewButton action={ask} />
            <LinkButton to={pagePath} look="quiet">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
        <PreviewFrame action={ask} form={form} />
      </div>
    </>
  );
}

import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Select, Textarea } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { ANNOUNCEMENT_TYPES } from '../../../domain/status-page/page';
import { ANNOUNCEMENT_WORDS } from './words';

type Props = {
  values: Record<string, string>;
  refusal: Refusal | undefined;
  timezone: string;
  save: string;
  cancelTo: string;
};

/** What stands above everything else on a page, and from when to when. */
export function AnnouncementForm({ values, refusal, timezone, save, cancelTo }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: shown[name] ?? '' });
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} noValidate={Boolean(refusal)}>
        <FormSection
          title="What visitors read"
          lead="Above everything else on the page. Subscribers are not told of it."
        >
          <Select label="Type" {...field('type')}>
            {ANNOUNCEMENT_TYPES.map((type) => (
              <option key={type} value={type}>
                {ANNOUNCEMENT_WORDS[type]}
              </option>
            ))}
          </Select>
          <Anchored name="title">
            <Field label="Title" required maxLength={200} autoComplete="off" {...field('title')} />
          </Anchored>
          <Anchored name="body">
            <Textarea label="Text (optional)" rows={4} maxLength={2000} {...field('body')} />
          </Anchored>
        </FormSection>
        <FormSection title="When" lead={`Times of ${timezone}.`}>
          <FormRow>
            <Anchored name="startsAt">
              <Field
                label="From (optional)"
                type="datetime-local"
                hint="Left empty: from now on."
                {...field('startsAt')}
              />
            </Anchored>
            <Anchored name="endsAt">
              <Field
                label="Until (optional)"
                type="datetime-local"
                hint="Left empty: until somebody ends it."
                {...field('endsAt')}
              />
            </Anchored>
          </FormRow>
        </FormSection>
        <FormActions>
          <Button look="primary" name="verb" value="save">
            {save}
          </Button>
          <LinkButton to={cancelTo} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

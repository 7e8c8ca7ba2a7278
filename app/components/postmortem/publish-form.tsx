import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field, Select, Textarea } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';

type Page = { id: string; name: string; reports: readonly { id: string; title: string }[] };
type Values = { pageId?: string; reportId?: string | null; title?: string; summary?: string; body?: string };

type Props = {
  pages: readonly Page[];
  values: Values;
  errors: Record<string, string>;
  /** Whoever publishes has looked at what visitors will read. */
  isSeen: boolean;
  back: string;
};

/** What visitors are to read of a postmortem; it is looked at before it is published. */
export function PublishForm({ pages, values, errors, isSeen, back }: Props) {
  const reports = pages.filter((page) => page.reports.length > 0);
  return (
    <Form method="post" className={formClass}>
      <Anchored name="pageId">
        <Select label="Status page" name="pageId" defaultValue={values.pageId} error={errors.pageId}>
          {pages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Anchored>
      <Anchored name="reportId">
        <Select
          label="Under the report"
          name="reportId"
          hint="In the history of the page it stands below this report; without one, above all."
          defaultValue={values.reportId ?? ''}
          error={errors.reportId}
        >
          <option value="">None</option>
          {reports.map((page) => (
            <optgroup key={page.id} label={page.name}>
              {page.reports.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Anchored>
      <Anchored name="title">
        <Field
          label="Title"
          name="title"
          required
          maxLength={500}
          autoComplete="off"
          defaultValue={values.title}
          error={errors.title}
        />
      </Anchored>
      <Anchored name="summary">
        <Textarea
          label="Summary"
          name="summary"
          required
          rows={4}
          maxLength={2000}
          hint="What happened to them, in a few sentences."
          defaultValue={values.summary}
          error={errors.summary}
        />
      </Anchored>
      <Anchored name="body">
        <Textarea
          label="What else they may read"
          name="body"
          rows={12}
          maxLength={50000}
          hint="Plain text; blank lines part paragraphs. It begins with impact and resolution: take out what is not for them."
          defaultValue={values.body}
          error={errors.body}
        />
      </Anchored>
      <FormActions>
        {isSeen ? (
          <Button name="verb" value="publish" look="primary">
            Publish on the status page
          </Button>
        ) : null}
        <Button name="verb" value="preview" look={isSeen ? 'plain' : 'primary'}>
          {isSeen ? 'Look again' : 'Look at what visitors would read'}
        </Button>
        <LinkButton to={back} look="quiet">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

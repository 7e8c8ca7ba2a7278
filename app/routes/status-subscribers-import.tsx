import { ImportedLines } from '~/components/status-page/imported-lines';
import { StatusPageTrail } from '~/components/status-page/page-head';
import { subscriberListOf } from '~/components/status-page/subscriber-file.server';
import { statusPagePath, WHO_MAY } from '~/components/status-page/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Textarea } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { MOST_IMPORTED } from '../../domain/status-page/subscriber-import';
import { importSubscribersInput } from '../../domain/status-page/subscriber-input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const page = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name } = unwrap(page, { context, request });
  return { id, name };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const list = await subscriberListOf(form);
  if (!list.ok) return refusal(list.error, 'import', form, where);
  const text = list.value;
  const { statusSubscriber } = operationsOf(context);
  const input = { text, dryRun: textOf(form, 'verb') !== 'import' };
  const done = await parsed(importSubscribersInput, input, (one) =>
    statusSubscriber.import({ ...one, id: params.id ?? '' }),
  );
  if (!done.ok) return refusal(done.error, 'import', form, where);
  return { imported: done.value, text: done.value.dryRun ? text : '' };
}

export const meta = () => pageTitle('Import subscribers');

export default function StatusSubscribersImport() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  const done = answer && 'imported' in answer ? answer : null;
  const list = `${statusPagePath(page)}/subscribers`;
  return (
    <>
      <StatusPageTrail page={page} to="/subscribers" word="Subscribers" />
      <PageHeader title="Import subscribers" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      {done ? <ImportedLines imported={done.imported} listPath={list} /> : null}
      <Form
        method="post"
        encType="multipart/form-data"
        className={formClass}
        key={done ? `${done.imported.dryRun} ${done.text.length}` : ''}
      >
        <p>
          Each address is asked by mail whether it wants this; nobody is told anything before they have said yes. One
          address a line, or CSV whose first line names its columns: <code>address</code>, <code>components</code>{' '}
          (names parted by semicolons). At most {MOST_IMPORTED.toLocaleString('en')} lines at a time.
        </p>
        <Anchored name="text">
          <Textarea
            label="Addresses"
            name="text"
            rows={8}
            spellCheck={false}
            error={refused?.errors.text}
            defaultValue={refused?.values.text ?? done?.text ?? ''}
          />
        </Anchored>
        <Anchored name="file">
          <Field
            label="Or a CSV file (at most 1 MB)"
            name="file"
            type="file"
            accept=".csv,text/csv,text/plain"
            error={refused?.errors.file}
          />
        </Anchored>
        <FormActions>
          <Button look="primary" name="verb" value="check">
            Check the list
          </Button>
          <Button name="verb" value="import">
            Ask them all
          </Button>
          <LinkButton to={list} look="quiet">
            Go back
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

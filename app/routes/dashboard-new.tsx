import { dashboardPath } from '~/components/dashboard/words';
import { refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { createDashboardInput } from '../../domain/analytics/dashboard';

/** `?from=`: a dashboard whose panels the new one begins with. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const from = (new URL(request.url).searchParams.get('from') ?? '').slice(0, 64);
  const found = from === '' ? null : await operationsOf(context).dashboard.get({ id: from });
  return { from: found?.ok ? { id: found.value.id, name: found.value.name } : null };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const { dashboard } = operationsOf(context);
  const form = await request.formData();
  const from = textOf(form, 'from');
  const copied = from === '' ? null : await dashboard.get({ id: from });
  const panels = copied?.ok ? { panels: copied.value.panels.map(({ id: _id, ...panel }) => panel) } : {};
  const sent = { name: textOf(form, 'name'), isShared: form.get('isShared') === 'yes', ...panels };
  const made = await parsed(createDashboardInput, sent, dashboard.create);
  return made.ok
    ? redirect(`${dashboardPath(made.value)}/edit?done=create`)
    : refusal(made.error, 'create', form, { context, request });
}

export const meta = () => pageTitle('New dashboard');

export default function DashboardNew() {
  const { from } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/analytics/dashboards', word: 'Dashboards' }]} />
      <PageHeader title={from ? `Copy of ${from.name}` : 'New dashboard'} />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        {from ? <input type="hidden" name="from" value={from.id} /> : null}
        <Anchored name="name">
          <Field
            label="Name"
            name="name"
            required
            maxLength={200}
            autoComplete="off"
            hint={
              from ? undefined : 'It begins with a few figures that most people ask for; arrange them on the next page.'
            }
            defaultValue={refused?.values.name ?? (from ? `${from.name} (copy)`.slice(0, 200) : '')}
            error={refused?.errors.name}
          />
        </Anchored>
        <Checkbox label="Share with everybody in the organisation, to read" name="isShared" value="yes" />
        <FormActions>
          <Button look="primary">Make the dashboard</Button>
          <LinkButton to="/analytics/dashboards" look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

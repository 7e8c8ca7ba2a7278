import { postmortemPath, WHO_MAY } from '~/components/postmortem/words';
import { refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { createPostmortemInput } from '../../domain/postmortem/input';

export function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  return { incident: (new URL(request.url).searchParams.get('incident') ?? '').slice(0, 64) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const form = await request.formData();
  const { postmortem } = operationsOf(context);
  const answer = await parsed(createPostmortemInput, { incidentId: textOf(form, 'incidentId') }, postmortem.create);
  if (answer.ok) return redirect(`${postmortemPath(answer.value)}/edit?done=create`);
  const known = answer.error.detail?.postmortemId;
  if (typeof known === 'string') return redirect(postmortemPath({ id: known }));
  const error =
    answer.error.code === 'not-found'
      ? {
          ...answer.error,
          code: 'invalid' as const,
          fields: [{ path: 'incidentId', message: 'There is no such incident.' }],
        }
      : answer.error;
  return refusal(error, 'create', form, { context, request });
}

export const meta = () => pageTitle('Write a postmortem');

export default function PostmortemNew() {
  const { incident } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/postmortems', word: 'Postmortems' }]} />
      <PageHeader title="Write a postmortem" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <Anchored name="incidentId">
          <Field
            label="Incident"
            name="incidentId"
            hint="Its number, such as 1042. The draft is made from its timeline; it may still be running."
            required
            autoComplete="off"
            inputMode="numeric"
            defaultValue={refused?.values.incidentId ?? incident}
            error={refused?.errors.incidentId}
          />
        </Anchored>
        <FormActions>
          <Button look="primary">Draft it</Button>
          <LinkButton to="/postmortems" look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

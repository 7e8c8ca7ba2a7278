import { integrationPath } from '~/components/integration/integration-table';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { DeletePage } from '~/ui/delete-page';

const WHO_MAY = 'Integrations are set up by administrators. Ask one to delete it.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const found = await operationsOf(context).integration.get({ id: params.id ?? '' });
  const { id, name } = unwrap(found, { context, request });
  return { id, name };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const answer = await operationsOf(context).integration.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect('/integrations?done=remove');
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.name ?? 'integration'}`);

export default function IntegrationDelete() {
  const { id, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <DeletePage
      under={[{ to: '/integrations', word: 'Integrations' }]}
      name={name}
      path={integrationPath({ id })}
      lost={[
        'Its key ends at once: whatever the tool sends from then on is refused.',
        'The events it received can no longer be looked at.',
        'Incidents it has opened go on, and stay in the history.',
      ]}
      refusal={refused}
    />
  );
}

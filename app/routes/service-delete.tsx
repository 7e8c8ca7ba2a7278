import { incidentPath, numberOf, UNRESOLVED } from '~/components/incident/words';
import { MAY_NOT_WRITE, servicePath } from '~/components/service/words';
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

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const id = params.id ?? '';
  const { service, integration, incident } = operationsOf(context);
  const where = { context, request };
  const [found, integrations, incidents] = await Promise.all([
    service.get({ id }),
    integration.list({ serviceId: id, limit: 20 }),
    incident.list({ serviceId: [id], status: UNRESOLVED, limit: 20 }),
  ]);
  const { name } = unwrap(found, where);
  const usedBy = [
    ...unwrap(integrations, where).data.map((one) => ({
      kind: 'Integration',
      name: one.name,
      to: `/integrations/${one.id}`,
    })),
    ...unwrap(incidents, where).data.map((one) => ({
      kind: 'Open incident',
      name: `${numberOf(one)} ${one.title}`,
      to: incidentPath(one),
    })),
  ];
  return { id, name, usedBy };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const form = await request.formData();
  const answer = await operationsOf(context).service.remove({ id: params.id ?? '' });
  if (!answer.ok) return refusal(answer.error, 'delete', form, { context, request });
  return redirect('/services?done=delete');
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Delete ${data.name}` : 'Delete a service');

export default function ServiceDelete() {
  const { id, name, usedBy } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <DeletePage
      under={[{ to: '/services', word: 'Services' }]}
      name={name}
      path={servicePath(id)}
      lost={[
        'Its settings: team, policy, runbook, timeouts and targets.',
        'Incidents of the past stay, under its name.',
        'This cannot be undone.',
      ]}
      usedBy={usedBy}
      refusal={refused}
    />
  );
}

import { MAY_NOT_WRITE, policyPath } from '~/components/escalation-policy/words';
import { servicePath } from '~/components/service/words';
import { everyPage } from '~/lib/every-page';
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
  const { service, escalationPolicy } = operationsOf(context);
  const [found, services] = await Promise.all([escalationPolicy.get({ id: params.id ?? '' }), everyPage(service.list)]);
  const { id, name } = unwrap(found, { context, request });
  const usedBy = unwrap(services, { context, request })
    .filter(({ escalationPolicyId }) => escalationPolicyId === id)
    .map((one) => ({ kind: 'Service', name: one.name, to: servicePath(one.id) }));
  return { id, name, usedBy };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const form = await request.formData();
  const answer = await operationsOf(context).escalationPolicy.remove({ id: params.id ?? '' });
  if (!answer.ok) return refusal(answer.error, 'delete', form, { context, request });
  return redirect('/escalation-policies?done=delete');
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Delete ${data.name}` : 'Delete an escalation policy');

export default function EscalationPolicyDelete() {
  const { id, name, usedBy } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <DeletePage
      under={[{ to: '/escalation-policies', word: 'Escalation policies' }]}
      name={name}
      path={policyPath(id)}
      lost={['Its steps, repeats and last resort.', 'This cannot be undone.']}
      usedBy={usedBy}
      refusal={refused}
    />
  );
}

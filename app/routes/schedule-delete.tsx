import { policyPath } from '~/components/escalation-policy/words';
import { MAY_NOT_WRITE, schedulePath } from '~/components/schedule/words';
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
  const where = { context, request };
  const { schedule } = operationsOf(context);
  const { name, overrides } = unwrap(await schedule.get({ id }), where);
  const uses = unwrap(await schedule.uses({ id }), where);
  const usedBy = uses.map((use) =>
    use.kind === 'escalation-policy'
      ? { kind: 'Escalation policy', name: use.name, to: policyPath(use.id) }
      : { kind: 'Setting', name: use.name, to: '/settings' },
  );
  return { id, name, overrides: overrides.length, usedBy };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const form = await request.formData();
  const answer = await operationsOf(context).schedule.remove({ id: params.id ?? '' });
  if (!answer.ok) return refusal(answer.error, 'delete', form, { context, request });
  return redirect('/schedules?done=delete');
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Delete ${data.name}` : 'Delete a schedule');

export default function ScheduleDelete() {
  const { id, name, overrides, usedBy } = useLoaderData<typeof loader>();
  const planned = overrides === 1 ? 'One override that has not ended.' : `${overrides} overrides that have not ended.`;
  return (
    <DeletePage
      under={[{ to: '/schedules', word: 'Schedules' }]}
      name={name}
      path={schedulePath(id)}
      lost={[
        'Its layers, and who was on call by it.',
        ...(overrides > 0 ? [planned] : []),
        'Every calendar link to it ends.',
        'This cannot be undone.',
      ]}
      usedBy={usedBy}
      refusal={useActionData<typeof action>()}
    />
  );
}

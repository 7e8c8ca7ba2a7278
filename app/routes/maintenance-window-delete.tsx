import { WHO_MAY, WINDOWS_PATH, windowPath } from '~/components/maintenance/words';
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
  requirePermission(context, request, 'config.write', WHO_MAY);
  const found = await operationsOf(context).maintenanceWindow.get({ id: params.id ?? '' });
  const { id, name, state } = unwrap(found, { context, request });
  return { id, name, state };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const answer = await operationsOf(context).maintenanceWindow.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect(`${WINDOWS_PATH}?done=remove`);
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.name ?? 'window'}`);

export default function MaintenanceWindowDelete() {
  const { id, name, state } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <DeletePage
      under={[{ to: WINDOWS_PATH, word: 'Maintenance windows' }]}
      name={name}
      path={windowPath({ id })}
      lost={[
        state === 'active' ? 'What it holds back now pages at once.' : 'Its alerts page as ever.',
        'The window and when it was in force; what it held stays in the timelines.',
      ]}
      refusal={refused}
    />
  );
}

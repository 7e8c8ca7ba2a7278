import { STATUS_PAGES_PATH, statusPagePath, WHO_MAY } from '~/components/status-page/words';
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
  const found = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name } = unwrap(found, { context, request });
  return { id, name };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const answer = await operationsOf(context).statusPage.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect(`${STATUS_PAGES_PATH}?done=remove`);
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.name ?? 'status page'}`);

export default function StatusPageDelete() {
  const { id, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <DeletePage
      under={[{ to: STATUS_PAGES_PATH, word: 'Status pages' }]}
      name={name}
      path={statusPagePath({ id })}
      lost={['Its components, with their history and uptime.', 'Its reports and announcements.', 'Its subscribers.']}
      refusal={refused}
    />
  );
}

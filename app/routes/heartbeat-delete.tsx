import { HEARTBEATS_PATH, heartbeatPath, WHO_MAY } from '~/components/heartbeat/words';
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
  const found = unwrap(await operationsOf(context).heartbeat.get({ id: params.id ?? '' }), { context, request });
  return { id: found.id, name: found.name, isDown: found.state === 'down' };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const answer = await operationsOf(context).heartbeat.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect(`${HEARTBEATS_PATH}?done=remove`);
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.name ?? 'heartbeat'}`);

export default function HeartbeatDelete() {
  const { id, name, isDown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <DeletePage
      under={[{ to: HEARTBEATS_PATH, word: 'Heartbeats' }]}
      name={name}
      path={heartbeatPath({ id })}
      lost={[
        'Its address, at once: pings are refused.',
        isDown
          ? 'Its open incident goes on, and has to be resolved by hand.'
          : 'Nobody learns any more that it is silent.',
      ]}
      refusal={refused}
    />
  );
}

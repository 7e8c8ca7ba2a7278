import { WHO_MAY, webhookPath } from '~/components/webhook/words';
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
  const found = await operationsOf(context).webhook.get({ id: params.id ?? '' });
  const { id, name, host } = unwrap(found, { context, request });
  return { id, name, host };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const answer = await operationsOf(context).webhook.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect('/settings/webhooks?done=remove');
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.name ?? 'webhook'}`);

export default function WebhookDelete() {
  const { id, name, host } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = webhookPath({ id });
  return (
    <DeletePage
      under={[
        { to: '/settings', word: 'Settings' },
        { to: '/settings/webhooks', word: 'Webhooks' },
      ]}
      name={name}
      path={back}
      lost={[
        `Nothing is posted to ${host} any more, also not what waits to be sent again.`,
        'Its delivery log goes with it.',
        'Its address and secret cannot be brought back.',
      ]}
      refusal={refused}
    />
  );
}

import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Confirm } from '~/ui/confirm';
import { PageHeader } from '~/ui/page';

const WHO_MAY = 'API keys are for administrators. Ask one to revoke it.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const { apiKey } = operationsOf(context);
  const keys = await everyPage(({ limit = 100, cursor }) => apiKey.list({ limit, cursor }));
  const key = unwrap(keys, { context, request }).find(({ id }) => id === params.id);
  if (key) return { name: key.name };
  const message = 'There is no such API key.';
  throw data({ code: 'not-found', message, requestId: context.requestId }, { status: 404 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const answer = await operationsOf(context).apiKey.revoke({ id: params.id ?? '' });
  if (answer.ok) return redirect('/settings/api-keys?done=revoke');
  return refusal(answer.error, 'revoke', await request.formData(), { context, request });
}

export const meta = () => pageTitle('Revoke an API key');

export default function ApiKeyRevoke() {
  const { name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/settings', word: 'Settings' },
          { to: '/settings/api-keys', word: 'API keys' },
        ]}
      />
      <PageHeader title={`Revoke ${name}?`} />
      <Confirm
        lost={['Whoever uses this key is refused from now on. A revoked key cannot be brought back.']}
        usedBy={[]}
        action={`Revoke ${name}`}
        cancelTo="/settings/api-keys"
        refusal={refused}
      />
    </>
  );
}

import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Confirm } from '~/ui/confirm';
import { PageHeader } from '~/ui/page';

const WHO_MAY = 'Settings are for administrators. Ask one to disconnect Slack.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const { workspace } = unwrap(await operationsOf(context).slack.status(), { context, request });
  if (!workspace) throw redirect('/settings/slack');
  return { name: workspace.name };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const answer = await operationsOf(context).slack.disconnect();
  if (answer.ok) return redirect('/settings/slack?done=disconnect');
  return refusal(answer.error, 'disconnect', await request.formData(), { context, request });
}

export const meta = () => pageTitle('Disconnect Slack');

export default function SlackDisconnect() {
  const { name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/settings', word: 'Settings' },
          { to: '/settings/slack', word: 'Slack' },
        ]}
      />
      <PageHeader title={`Disconnect ${name}?`} />
      <Confirm
        lost={[
          'No page goes out by Slack and no channel is told any more.',
          'Buttons in messages that stand there stop working once another workspace is connected.',
        ]}
        usedBy={[]}
        action={`Disconnect ${name}`}
        cancelTo="/settings/slack"
        refusal={refused}
      />
    </>
  );
}

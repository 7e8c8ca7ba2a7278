import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, redirect } from '~/lib/rr';
import type { Failure } from '../../domain/shared/errors';

/** Where Slack sends the administrator back to, with a code to be exchanged or the news that they said no. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', 'Settings are for administrators. Ask one to connect Slack.');
  const { searchParams } = new URL(request.url);
  const [code, state] = [searchParams.get('code'), searchParams.get('state')];
  if (searchParams.has('error') || !code || !state) return redirect('/settings/slack?problem=denied');
  const answer = await operationsOf(context).slack.connect({ code, state });
  if (answer.ok) return redirect('/settings/slack?done=connect');
  return redirect(`/settings/slack?problem=${problemOf(answer.error)}`);
}

function problemOf({ code, detail }: Failure): string {
  if (code === 'unavailable') return 'unavailable';
  return detail?.slack === undefined ? 'state' : 'refused';
}

import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, redirect } from '~/lib/rr';

/** Off to Slack's own page. A link and no form, because a form may lead nowhere but here (CSP); it changes nothing yet. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', 'Settings are for administrators. Ask one to connect Slack.');
  const { url } = unwrap(await operationsOf(context).slack.beginConnect(), { context, request });
  return redirect(url);
}

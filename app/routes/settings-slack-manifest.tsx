import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import type { LoaderFunctionArgs } from '~/lib/rr';

/** The manifest as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', 'Settings are for administrators. Ask one to connect Slack.');
  const { manifest } = unwrap(await operationsOf(context).slack.status(), { context, request });
  return new Response(manifest, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="opsknight-slack-manifest.json"',
    },
  });
}

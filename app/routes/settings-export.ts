import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import type { LoaderFunctionArgs } from '~/lib/rr';

/** The whole configuration as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', 'The export of the organisation is for administrators.');
  const all = unwrap(await operationsOf(context).exports.organisation(), { context, request });
  return new Response(`${JSON.stringify(all, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="organisation.json"',
      'cache-control': 'private, no-store',
    },
  });
}

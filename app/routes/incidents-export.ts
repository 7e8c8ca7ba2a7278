import { readFilter, statusesOf } from '~/components/incident/filter';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';

/** The list of incidents as a file, under the same filters as the page. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const filter = readFilter(searchParams);
  const exported = await operationsOf(context).exports.incidents({
    format: searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv',
    ...(statusesOf(filter) ? { status: statusesOf(filter) } : {}),
    ...(filter.urgency ? { urgency: [filter.urgency] } : {}),
    ...(filter.service ? { serviceId: filter.service } : {}),
    ...(filter.assignee ? { assignee: filter.assignee } : {}),
    ...(filter.q ? { q: filter.q } : {}),
  });
  const { name, type, body } = unwrap(exported, { context, request });
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

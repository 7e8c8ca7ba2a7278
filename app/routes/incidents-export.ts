import { readFilter } from '~/components/incident/filter.server';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';

/** The list of incidents as a file, under the same filters as the page. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const format = searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  searchParams.delete('format');
  const { filter } = readFilter(searchParams, viewer.timezone);
  const exported = await operationsOf(context).exports.incidents({ format, ...filter });
  const { name, type, body } = unwrap(exported, { context, request });
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

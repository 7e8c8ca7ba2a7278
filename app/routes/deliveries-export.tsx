import { logQuery, readLogFilter } from '~/components/notification/log-filter';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import type { LoaderFunctionArgs } from '~/lib/rr';

const WHO_MAY = 'The delivery log is for administrators.';

/** The delivery log as a file, under the same filters as the page. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'audit.read', WHO_MAY);
  const filter = readLogFilter(new URL(request.url).searchParams);
  const exported = await operationsOf(context).notification.export(logQuery(filter, timezone));
  return new Response(unwrap(exported, { context, request }).csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="deliveries.csv"',
      'Cache-Control': 'no-store',
    },
  });
}

import { WHO_MAY } from '~/components/status-page/words';
import { csvFile } from '~/lib/csv-file';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { subscriberFilter } from '../../domain/status-page/subscriber-input';

/** Subscribers as a file, under the same filters as the list. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const filter = subscriberFilter.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data ?? {};
  const exported = await operationsOf(context).statusSubscriber.export({ ...filter, id: params.id ?? '' });
  return csvFile(unwrap(exported, { context, request }));
}

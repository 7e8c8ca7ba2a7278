import { csvFile } from '~/lib/csv-file';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { uptimeInput } from '../../domain/status-page/uptime-report';

/** Uptime by component and month as a file; without a number of months that can be read, of the last twelve. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const asked = uptimeInput.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data;
  const answer = await operationsOf(context).statusPage.uptimeCsv({ id: params.id ?? '', months: asked?.months ?? 12 });
  return csvFile(unwrap(answer, { context, request }));
}

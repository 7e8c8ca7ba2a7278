import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { optionalRangeInput } from '../../domain/schedule/range';

/** The shifts of a schedule as a file; without a range that can be read, those of the last 90 days. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const range = optionalRangeInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const answer = await operationsOf(context).schedule.csv({ id: params.id ?? '', ...(range.data ?? {}) });
  const { name, text } = unwrap(answer, { context, request });
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

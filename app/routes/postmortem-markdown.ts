import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';

/** A postmortem as a markdown file. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const { markdown } = operationsOf(context).postmortem;
  const { name, text } = unwrap(await markdown({ id: params.id ?? '' }), { context, request });
  return new Response(text, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

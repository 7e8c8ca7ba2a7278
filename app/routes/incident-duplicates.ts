import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { data, type LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { duplicatesInput } from '../../domain/incident/input';

/** What the declare form asks while somebody types; nothing for what makes no sense yet. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const asked = { title: searchParams.get('title'), serviceId: searchParams.get('serviceId') };
  const found = await parsed(duplicatesInput, asked, operationsOf(context).incident.duplicates);
  return data({ data: found.ok ? found.value.data : [] }, { headers: { 'cache-control': 'private, no-store' } });
}

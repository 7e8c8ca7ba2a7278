import { refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, redirect } from '~/lib/rr';
import { bulkInput } from '../../domain/incident/input';

/** Only its button leads here. */
export const loader = () => redirect('/incidents');

/** "Acknowledge all" of the home page and the list: the bulk operation; what became of it is told where it was pressed. */
export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', 'Only responders acknowledge incidents.');
  const form = await request.formData();
  const ids = textOf(form, 'ids').split(',');
  const done = await parsed(bulkInput, { verb: 'acknowledge', ids }, operationsOf(context).incident.bulk);
  if (!done.ok) throw refusal(done.error, 'acknowledge', form, { context, request });
  const acknowledged = done.value.data.filter(({ ok }) => ok).length;
  const back = textOf(form, 'back') === '/' ? '/' : '/incidents';
  return redirect(`${back}?acknowledged=${acknowledged}&of=${ids.length}`);
}

import { readDraft } from '~/components/schedule/draft';
import { previewOf } from '~/components/schedule/preview.server';
import { MAY_NOT_WRITE } from '~/components/schedule/words';
import { optionalTextOf } from '~/lib/form';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '~/lib/rr';
import { isTimeZone } from '../../domain/shared/time';

/** There is nothing to see here: it only answers the form while it is being filled in. */
export function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  return redirect('/schedules/new');
}

/** What a schedule would be like by the form as it is now. Stores nothing. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const form = await request.formData();
  const draft = readDraft(form);
  const timezone = isTimeZone(draft.timezone) ? draft.timezone : 'UTC';
  const id = optionalTextOf(form, 'schedule') ?? null;
  return Response.json(await previewOf(context, viewer, id, { ...draft, timezone }));
}

import { lookInputOf } from '~/components/status-page/look-values.server';
import { previewAnswer } from '~/components/status-page/preview-answer.server';
import { PAGE_SAYS, WHO_MAY } from '~/components/status-page/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '~/lib/rr';
import { said } from '~/lib/said';
import { previewPageInput } from '../../domain/status-page/input';

/** The page as it is stored, for the frame beside its form. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const made = await operationsOf(context).statusPage.preview({ id: params.id ?? '', look: {} });
  return previewAnswer({ ok: true, value: unwrap(made, { context, request }) });
}

/** The page as it would be with what is typed; nothing is stored. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const look = await lookInputOf(await request.formData());
  if (!look.ok) return previewAnswer(look);
  const { preview } = operationsOf(context).statusPage;
  const made = await parsed(previewPageInput, { look: look.value }, (input) =>
    preview({ ...input, id: params.id ?? '' }),
  );
  return previewAnswer(said(made, PAGE_SAYS));
}

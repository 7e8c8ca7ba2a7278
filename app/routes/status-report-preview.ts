import { previewAnswer } from '~/components/status-page/preview-answer.server';
import { reportInputOf } from '~/components/status-page/values';
import { REPORT_SAYS, WHO_MAY_REPORT } from '~/components/status-page/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '~/lib/rr';
import { said } from '~/lib/said';
import { previewReportInput } from '../../domain/status-page/input';

/** The page as it is, before anything of the report is written. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const made = await operationsOf(context).statusPage.preview({ id: params.id ?? '', look: {} });
  return previewAnswer({ ok: true, value: unwrap(made, { context, request }) });
}

/** The page as it would be with the report that is being written; nothing is stored. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const form = await request.formData();
  const { statusPage, statusReport } = operationsOf(context);
  const page = unwrap(await statusPage.get({ id: params.id ?? '' }), { context, request });
  const input = { ...reportInputOf(form, { timeZone: page.timezone }), incidentId: null };
  const made = await parsed(previewReportInput, input, (one) => statusReport.preview({ ...one, id: page.id }));
  return previewAnswer(said(made, REPORT_SAYS));
}

import { ReportForm } from '~/components/status-page/report-form';
import { proposedValues, reportInputOf } from '~/components/status-page/values';
import {
  REPORT_SAYS,
  reportPath,
  STATUS_PAGES_PATH,
  statusPagePath,
  WHO_MAY_REPORT,
} from '~/components/status-page/words';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { createReportInput } from '../../domain/status-page/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const where = { context, request };
  const id = params.id ?? '';
  const { searchParams } = new URL(request.url);
  const { statusPage, statusReport, statusSubscriber } = operationsOf(context);
  const { name, components, timezone, templates } = unwrap(await statusPage.get({ id }), where);
  const { count } = unwrap(await statusSubscriber.count({ id, componentIds: [] }), where);
  const kind = searchParams.get('kind') === 'maintenance' ? ('maintenance' as const) : ('incident' as const);
  const usable = templates.filter((one) => one.kind === kind);
  const template = usable.find((one) => one.name === searchParams.get('template'));
  const incidentId = searchParams.get('incident') ?? '';
  const proposals = incidentId ? await statusReport.proposals({ incidentId }) : null;
  const proposal = proposals?.ok ? proposals.value.pages.find((one) => one.id === id) : undefined;
  const values: Record<string, string> = {
    incidentId: proposal ? incidentId : '',
    ...(proposal && kind === 'incident' ? proposedValues(proposal, timezone) : {}),
    ...(template ? { title: template.title, body: template.body, status: template.status } : {}),
  };
  return {
    page: { id, name, components, timezone },
    subscribers: count,
    kind,
    values,
    templates: usable.map((one) => one.name),
    template: template?.name ?? null,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const where = { context, request };
  const form = await request.formData();
  const { statusPage, statusReport } = operationsOf(context);
  const { id, timezone } = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const input = reportInputOf(form, { timeZone: timezone });
  const made = said(
    await parsed(createReportInput, input, (report) => statusReport.create({ ...report, id })),
    REPORT_SAYS,
  );
  if (!made.ok) return refusal(made.error, 'create', form, where);
  return redirect(
    `${reportPath(id, made.value)}?done=${made.value.publishAt ? 'later' : made.value.isDraft ? 'draft' : 'publish'}`,
  );
}

export const meta = () => pageTitle('Write report');

export default function StatusReportNew() {
  const { page, subscribers, kind, values, templates, template } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = `${statusPagePath(page)}/reports/new`;
  const at = (name: string | null) =>
    `${here}?${new URLSearchParams({
      kind,
      ...(name === null ? {} : { template: name }),
      ...(values.incidentId ? { incident: values.incidentId } : {}),
    })}`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: STATUS_PAGES_PATH, word: 'Status pages' },
          { to: statusPagePath(page), word: page.name },
        ]}
      />
      <PageHeader title={kind === 'maintenance' ? 'Plan maintenance' : 'Write report'} />
      {templates.length > 0 ? (
        <Tabs
          label="Begin with"
          showLabel
          tabs={[
            { to: at(null), word: 'Nothing', current: template === null },
            ...templates.map((name) => ({ to: at(name), word: name, current: name === template })),
          ]}
        />
      ) : null}
      <ReportForm
        key={`${kind} ${template}`}
        kind={kind}
        values={values}
        refusal={refused}
        components={page.components}
        timezone={page.timezone}
        subscribers={subscribers}
        pagePath={statusPagePath(page)}
      />
    </>
  );
}

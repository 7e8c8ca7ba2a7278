import { DeclareForm } from '~/components/incident/declare-form';
import { TemplatePicker } from '~/components/incident/template-picker';
import { choicesOf, choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { declareFrom } from '~/lib/incident-command.server';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  if (!viewer.permissions.includes('incident.declare')) {
    const message =
      'Your role may read incidents, not declare them. Ask an administrator for the role User or Responder.';
    throw data({ code: 'forbidden', message, requestId: context.requestId }, { status: 403 });
  }
  const { service, customField, incidentTemplate } = operationsOf(context);
  const asked = new URL(request.url).searchParams.get('template');
  const [services, fields, templates, template] = await Promise.all([
    choicesOf(service.list),
    customField.list(),
    choicesOrNone(incidentTemplate.list),
    asked ? incidentTemplate.get({ id: asked }) : null,
  ]);
  const start = template?.ok ? template.value : null;
  return {
    services: unwrap(services, { context, request }),
    fields: (fields.ok ? fields.value.data : []).map((field) => ({
      ...field,
      value: start?.fields[field.key] ?? null,
    })),
    templates,
    start,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const answer = await declareFrom(operationsOf(context).incident, form);
  if (!answer.ok) return refusal(answer.error, 'declare', form, { context, request });
  return redirect(`/incidents/${answer.value.number ?? answer.value.id}?done=declare`);
}

export const meta = () => pageTitle('Declare an incident');

export default function Declare() {
  const { services, fields, templates, start } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/incidents', word: 'Incidents' }]} />
      <PageHeader title="Declare an incident" />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {services.length === 0 ? (
        <EmptyState action={<LinkButton to="/incidents">Back to incidents</LinkButton>}>
          There is no service yet to declare an incident on.
        </EmptyState>
      ) : (
        <>
          {templates.length > 0 ? <TemplatePicker templates={templates} chosen={start?.id ?? null} /> : null}
          <DeclareForm key={start?.id} services={services} fields={fields} start={start} refusal={refused} />
        </>
      )}
    </>
  );
}

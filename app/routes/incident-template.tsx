import { TemplateForm } from '~/components/incident/template-form';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { templateOf } from '~/lib/template-command.server';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { updateTemplateInput } from '../../domain/incident/template';

const WHO_MAY = 'Incident templates are for administrators. Ask one to change this template.';
const LIST = '/settings/incident-templates';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { service, customField, incidentTemplate } = operationsOf(context);
  const [services, fields, got] = await Promise.all([
    choicesOrNone(service.list),
    customField.list(),
    incidentTemplate.get({ id: params.id ?? '' }),
  ]);
  return {
    template: unwrap(got, { context, request }),
    services,
    fields: (fields.ok ? fields.value.data : []).map((field) => ({ ...field, value: null })),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { incidentTemplate } = operationsOf(context);
  const form = await request.formData();
  const id = params.id ?? '';
  const verb = textOf(form, 'verb');
  const done =
    verb === 'delete'
      ? await incidentTemplate.remove({ id })
      : await parsed(updateTemplateInput, templateOf(form), (input) => incidentTemplate.update({ id, ...input }));
  return done.ok ? redirect(LIST) : refusal(done.error, verb, form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.template.name ?? 'Incident template');

export default function IncidentTemplatePage() {
  const { template, services, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: LIST, word: 'Incident templates' }]} />
      <PageHeader title={template.name}>
        <LinkButton to={`/incidents/new?template=${encodeURIComponent(template.id)}`}>Declare with it</LinkButton>
      </PageHeader>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <TemplateForm template={template} services={services} fields={fields} refusal={refused} />
        <FormActions>
          <Button look="primary" name="verb" value="save">
            Save template
          </Button>
          <LinkButton to={LIST} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
      <Section title="Delete">
        <Form method="post" className={formClass}>
          <p>Incidents that began with it stay as they are.</p>
          <FormActions>
            <Button look="danger" name="verb" value="delete">
              Delete {template.name}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

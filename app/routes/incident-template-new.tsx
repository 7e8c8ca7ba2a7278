import { TemplateForm } from '~/components/incident/template-form';
import { choicesOrNone } from '~/lib/choices';
import { refusal } from '~/lib/failure';

import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
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
import { PageHeader } from '~/ui/page';
import { createTemplateInput } from '../../domain/incident/template';

const WHO_MAY = 'Incident templates are for administrators. Ask one to add a template.';
const LIST = '/settings/incident-templates';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { service, customField } = operationsOf(context);
  const [services, fields] = await Promise.all([choicesOrNone(service.list), customField.list()]);
  return {
    services,
    fields: (fields.ok ? fields.value.data : []).map((field) => ({ ...field, value: null })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const made = await parsed(createTemplateInput, templateOf(form), operationsOf(context).incidentTemplate.create);
  return made.ok ? redirect(LIST) : refusal(made.error, 'create', form, { context, request });
}

export const meta = () => pageTitle('Add an incident template');

export default function IncidentTemplateNew() {
  const { services, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: LIST, word: 'Incident templates' }]} />
      <PageHeader title="Add an incident template" />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <TemplateForm template={null} services={services} fields={fields} refusal={refused} />
        <FormActions>
          <Button look="primary">Add template</Button>
          <LinkButton to={LIST} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

import { FieldForm } from '~/components/custom-field/field-form';
import { customFieldOf } from '~/lib/custom-field-command.server';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, redirect, useActionData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import { createFieldInput } from '../../domain/custom-field/input';

const WHO_MAY = 'Custom fields are for administrators. Ask one to add a field.';
const LIST = '/settings/custom-fields';

export function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const made = await parsed(createFieldInput, customFieldOf(form), operationsOf(context).customField.create);
  return made.ok ? redirect(LIST) : refusal(made.error, 'create', form, { context, request });
}

export const meta = () => pageTitle('Add a custom field');

export default function CustomFieldNew() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: LIST, word: 'Custom fields' }]} />
      <PageHeader title="Add a custom field" />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <FieldForm field={null} refusal={refused} />
        <FormActions>
          <Button look="primary">Add field</Button>
          <LinkButton to={LIST} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

import { FieldForm } from '~/components/custom-field/field-form';
import { KIND_WORDS } from '~/components/custom-field/words';
import { customFieldOf } from '~/lib/custom-field-command.server';
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
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { updateFieldInput } from '../../domain/custom-field/input';

const WHO_MAY = 'Custom fields are for administrators. Ask one to change this field.';
const LIST = '/settings/custom-fields';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const got = await operationsOf(context).customField.get({ id: params.id ?? '' });
  return { field: unwrap(got, { context, request }) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { customField } = operationsOf(context);
  const form = await request.formData();
  const id = params.id ?? '';
  const verb = textOf(form, 'verb');
  const done =
    verb === 'delete'
      ? await customField.remove({ id })
      : await parsed(updateFieldInput, customFieldOf(form), (input) => customField.update({ id, ...input }));
  return done.ok ? redirect(LIST) : refusal(done.error, verb, form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.field.name ?? 'Custom field');

export default function CustomFieldPage() {
  const { field } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: LIST, word: 'Custom fields' }]} />
      <PageHeader title={field.name} />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <p>
        {KIND_WORDS[field.kind]}, called <code>{field.key}</code> by the API and in addresses.
      </p>
      <Form method="post" className={formClass}>
        <FieldForm field={field} refusal={refused} />
        <FormActions>
          <Button look="primary" name="verb" value="save">
            Save field
          </Button>
          <LinkButton to={LIST} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
      <Section title="Delete">
        <Form method="post" className={formClass}>
          <p>Every incident loses what it holds in this field. It cannot be brought back.</p>
          <FormActions>
            <Button look="danger" name="verb" value="delete">
              Delete {field.name}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

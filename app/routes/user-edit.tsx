import { StatusForm } from '~/components/user/status-form';
import { changeFrom } from '~/components/user/user-command.server';
import { UserFields } from '~/components/user/user-fields';
import { USER_FIELDS, userPath } from '~/components/user/words';
import { zoneGroups } from '~/components/user/zones';
import { changedFields } from '~/lib/changed';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
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
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions, FormSection, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';

const WHO_MAY = 'People are looked after by administrators. Ask one.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'people.write', WHO_MAY);
  const got = await operationsOf(context).user.get({ id: params.id ?? '' });
  const { id, name, email, role, status, timezone } = unwrap(got, { context, request });
  const user = { id, name, email, role, status, timezone };
  return { user, zones: zoneGroups(timezone), isViewer: viewer.id === id };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'people.write', WHO_MAY);
  const where = { context, request };
  const id = params.id ?? '';
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  const { user } = operationsOf(context);
  const before = unwrap(await user.get({ id }), where);
  if (verb === 'disable' || verb === 'enable') {
    const answer = await user.update({ id, status: verb === 'disable' ? 'DISABLED' : 'ACTIVE' });
    if (!answer.ok) return refusal(answer.error, verb, form, where);
    return redirect(`${userPath({ id })}?done=${verb}`);
  }
  const answer = await changeFrom(form, ['name', 'email', 'role', 'timezone'], (input) =>
    user.update({ id, ...input }),
  );
  if (!answer.ok) return refusal(answer.error, 'save', form, where);
  return redirect(`${userPath({ id })}?done=save&changed=${changedFields(before, answer.value, USER_FIELDS)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.user.name ?? 'a person'}`);

export default function UserEdit() {
  const { user, zones, isViewer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const trail = [
    { to: '/users', word: 'People' },
    { to: userPath(user), word: user.name },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageHeader title={`Edit ${user.name}`} />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <FormSection title="Person">
          <UserFields refusal={refusalOf(refused, 'save')} zones={zones} values={user} />
        </FormSection>
        <FormActions>
          <Button look="primary" name="verb" value="save">
            Save {user.name}
          </Button>
          <LinkButton to={userPath(user)} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
      <StatusForm user={user} isViewer={isViewer} />
    </>
  );
}

import { type Invited, InviteLink } from '~/components/user/invite-link';
import { inviteFrom } from '~/components/user/user-command.server';
import { UserFields } from '~/components/user/user-fields';
import { userPath } from '~/components/user/words';
import { zoneGroups } from '~/components/user/zones';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions, FormSection, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { ok } from '../../domain/shared/result';

const WHO_MAY = 'People are invited by administrators. Ask one.';
const TRAIL = [{ to: '/users', word: 'People' }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'people.write', WHO_MAY);
  return { zones: zoneGroups(timezone), timezone };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'people.write', WHO_MAY);
  const form = await request.formData();
  const { user, invitation } = operationsOf(context);
  const answer = await inviteFrom(form, async (input) => {
    const created = await user.create(input);
    if (!created.ok) return created;
    const link = await invitation.create({ id: created.value.id });
    return link.ok ? ok({ ...link.value, id: created.value.id, name: input.name, email: input.email }) : link;
  });
  if (!answer.ok) return refusal(answer.error, 'invite', form, { context, request });
  return { invited: answer.value };
}

export const meta = () => pageTitle('Invite somebody');

export default function UserInvite() {
  const sent = useActionData<typeof action>();
  if (sent && 'invited' in sent) return <Done invited={sent.invited} />;
  return (
    <>
      <Breadcrumbs trail={TRAIL} />
      <PageHeader title="Invite somebody" />
      {sent ? <ErrorSummary refusal={sent} /> : null}
      <InviteForm refused={sent} />
    </>
  );
}

function InviteForm({ refused }: { refused: Parameters<typeof UserFields>[0]['refusal'] }) {
  const { zones, timezone } = useLoaderData<typeof loader>();
  return (
    <Form method="post" className={formClass}>
      <FormSection title="Person" lead="They get an e-mail with a link, choose a password and can be paged at once.">
        <UserFields refusal={refused} zones={zones} values={{ role: 'RESPONDER', timezone }} />
      </FormSection>
      <FormActions>
        <Button look="primary">Send invitation</Button>
        <LinkButton to="/users" look="quiet">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function Done({ invited }: { invited: Invited & { id: string; name: string } }) {
  return (
    <>
      <Breadcrumbs trail={TRAIL} />
      <PageHeader title={`${invited.name} is invited`} />
      <InviteLink invited={invited} />
      <FormActions>
        <LinkButton to="/users/new" reloadDocument>
          Invite somebody else
        </LinkButton>
        <LinkButton to={userPath(invited)} look="quiet">
          Open {invited.name}
        </LinkButton>
      </FormActions>
    </>
  );
}

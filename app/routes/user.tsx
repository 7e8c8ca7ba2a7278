import { MethodFacts } from '~/components/contact-method/method-facts';
import { loadReach } from '~/components/profile/load-reach.server';
import { UrgencyView } from '~/components/profile/urgency-view';
import { ReachWarnings } from '~/components/profile/warnings';
import styles from '~/components/user/columns.module.css';
import { InvitationForm } from '~/components/user/invitation-form';
import { InviteLink } from '~/components/user/invite-link';
import { loadPlaces } from '~/components/user/load-places.server';
import { UserFacts } from '~/components/user/user-facts';
import { UserNotice } from '~/components/user/user-notice';
import { userPath } from '~/components/user/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { NoticeRegion, RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const operations = operationsOf(context);
  const person = unwrap(await operations.user.get({ id: params.id ?? '' }), where);
  const [reach, places] = await Promise.all([loadReach(operations, person), loadPlaces(operations, person.id)]);
  const { id, name, email, role, status, timezone } = person;
  const { searchParams } = new URL(request.url);
  return {
    user: { id, name, email, role, status, timezone },
    ...unwrap(reach, where),
    ...unwrap(places, where),
    isViewer: viewer.id === id,
    mayWrite: viewer.permissions.includes('people.write'),
    done: searchParams.get('done'),
    changed: searchParams.get('changed') ?? '',
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'people.write', 'People are invited by administrators. Ask one.');
  const form = await request.formData();
  const id = params.id ?? '';
  const { invitation } = operationsOf(context);
  const verb = textOf(form, 'verb');
  if (verb === 'revoke') {
    const revoked = await invitation.revoke({ id });
    if (!revoked.ok) return refusal(revoked.error, verb, form, { context, request });
    return redirect(`${userPath({ id })}?done=revoke`);
  }
  const answer = await invitation.create({ id });
  if (!answer.ok) return refusal(answer.error, 'invite', form, { context, request });
  return { invited: answer.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.user.name ?? 'Person');

export default function UserPage() {
  const page = useLoaderData<typeof loader>();
  const { user, methods, urgencies, warnings, teams, schedules, isViewer, mayWrite, done, changed } = page;
  const sent = useActionData<typeof action>();
  const isPaged = user.status === 'ACTIVE';
  return (
    <>
      <Breadcrumbs trail={[{ to: '/users', word: 'People' }]} />
      <PageHeader title={user.name}>
        {isViewer ? <LinkButton to="/profile">Your profile</LinkButton> : null}
        {mayWrite ? <LinkButton to={`${userPath(user)}/edit`}>Edit</LinkButton> : null}
      </PageHeader>
      <NoticeRegion>
        {sent ? null : <UserNotice done={done} changed={changed} user={user} mayWrite={mayWrite} />}
      </NoticeRegion>
      {sent && 'errors' in sent ? <RefusalNotice refusal={sent} /> : null}
      {sent && 'invited' in sent ? <InviteLink invited={{ ...sent.invited, email: user.email }} /> : null}
      {user.status === 'INVITED' ? <InvitationForm user={user} mayWrite={mayWrite} /> : null}
      {user.status === 'DISABLED' ? (
        <p className={styles.state}>{user.name} is disabled: signed out, and never paged.</p>
      ) : null}
      {isPaged ? <ReachWarnings warnings={warnings} name={isViewer ? null : user.name} /> : null}
      <div className={styles.columns}>
        <div>
          <Section title="Contact methods">
            <MethodFacts methods={methods} name={user.name} />
          </Section>
          <Section title={isPaged ? `How ${user.name} is paged` : `How ${user.name} would be paged`}>
            {urgencies.map((reach) => (
              <UrgencyView key={reach.urgency} reach={reach} name={user.name} />
            ))}
          </Section>
        </div>
        <UserFacts user={user} teams={teams} schedules={schedules} />
      </div>
    </>
  );
}

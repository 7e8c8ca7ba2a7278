import { type ListedMember, MemberList } from '~/components/team/member-list';
import { TeamFacts } from '~/components/team/team-facts';
import { policiesPaging } from '~/components/team/uses';
import { teamPath, teamSaved } from '~/components/team/words';
import styles from '~/components/user/columns.module.css';
import { useClock } from '~/lib/clock';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader, Section } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { team, user, service, escalationPolicy } = operationsOf(context);
  const [got, people, services, policies] = await Promise.all([
    team.get({ id: params.id ?? '' }),
    everyPage(user.list),
    everyPage(service.list),
    everyPage(escalationPolicy.list),
  ]);
  const { id, name, leadId, members } = unwrap(got, where);
  const byId = new Map(unwrap(people, where).map((person) => [person.id, person]));
  const { searchParams } = new URL(request.url);
  return {
    id,
    name,
    lead: leadId ? { id: leadId, name: byId.get(leadId)?.name ?? leadId } : null,
    members: members
      .map((member): ListedMember => {
        const person = byId.get(member.userId);
        const isLead = member.userId === leadId;
        return { ...member, name: person?.name ?? member.userId, status: person?.status ?? null, isLead };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    services: unwrap(services, where)
      .filter(({ teamId }) => teamId === id)
      .map((one) => ({ id: one.id, name: one.name })),
    policies: policiesPaging(unwrap(policies, where), id).map((one) => ({ id: one.id, name: one.name })),
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
    changed: searchParams.get('changed') ?? '',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Team');

export default function TeamPage() {
  const { id, name, lead, members, services, policies, mayWrite, done, changed } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const edit = `${teamPath({ id })}/edit`;
  return (
    <>
      <Breadcrumbs trail={[{ to: '/teams', word: 'Teams' }]} />
      <PageHeader title={name}>
        {mayWrite ? (
          <>
            <LinkButton to={edit}>Edit team</LinkButton>
            <LinkButton to={`${teamPath({ id })}/delete`} look="quiet">
              Delete team
            </LinkButton>
          </>
        ) : null}
      </PageHeader>
      <NoticeRegion>
        {done === 'create' || done === 'save' ? (
          <Notice glyph="check" key={changed}>
            <p>{done === 'create' ? 'Created.' : teamSaved(changed, locale)}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      <div className={styles.columns}>
        <Section title="Members">
          {members.length > 0 ? (
            <MemberList members={members} />
          ) : (
            <EmptyState action={mayWrite ? <LinkButton to={edit}>Add members</LinkButton> : null}>
              Nobody is in this team, so a page to it reaches nobody.
            </EmptyState>
          )}
        </Section>
        <TeamFacts lead={lead} services={services} policies={policies} />
      </div>
    </>
  );
}

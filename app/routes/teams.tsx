import { type ListedTeam, TeamTable } from '~/components/team/team-table';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { Team } from '~/lib/people';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { team, user, service } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const [teams, people, services] = await Promise.all([
    team.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) }),
    everyPage(user.list),
    everyPage(service.list),
  ]);
  const { data, nextCursor } = unwrap(teams, where);
  const byId = new Map(unwrap(people, where).map((person) => [person.id, person]));
  const owners = unwrap(services, where).map(({ teamId }) => teamId);
  const listed = ({ id, name, leadId, members }: Team): ListedTeam => ({
    id,
    name,
    lead: (leadId && byId.get(leadId)?.name) || null,
    members: members.length,
    paged: members.filter((one) => one.receiveNotifications && byId.get(one.userId)?.status === 'ACTIVE').length,
    services: owners.filter((teamId) => teamId === id).length,
  });
  return {
    teams: data.map(listed),
    nextCursor,
    mayWrite: viewer.permissions.includes('config.write'),
    removed: searchParams.get('done') === 'delete',
  };
}

export const meta = () => pageTitle('Teams');

export default function Teams() {
  const { teams, nextCursor, mayWrite, removed } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/teams/new">Create team</LinkButton> : null;
  return (
    <>
      <PageHeader title="Teams">{teams.length > 0 ? create : null}</PageHeader>
      <NoticeRegion>
        {removed ? (
          <Notice glyph="check">
            <p>The team is deleted. Its members stay.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {teams.length > 0 ? (
        <TeamTable teams={teams} />
      ) : (
        <EmptyState action={create}>
          There is no team yet. A team owns services, and can be paged as a whole.
        </EmptyState>
      )}
      <Pagination search="" nextCursor={nextCursor} />
    </>
  );
}

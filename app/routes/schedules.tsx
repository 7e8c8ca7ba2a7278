import { ScheduleTable } from '~/components/schedule/schedule-table';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { SearchForm } from '~/ui/search-form';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const all = unwrap(await operationsOf(context).schedule.overview(), { context, request });
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200);
  const wanted = q.toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  return {
    schedules: all.filter(({ name, users }) => holds(name) || users.some((user) => holds(user.name))),
    total: all.length,
    q,
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
  };
}

export const meta = () => pageTitle('Schedules');

export default function Schedules() {
  const { schedules, total, q, mayWrite, done } = useLoaderData<typeof loader>();
  useFreshData(60);
  const create = mayWrite ? <LinkButton to="/schedules/new">Create schedule</LinkButton> : null;
  return (
    <>
      <Breadcrumbs trail={[{ to: '/oncall', word: 'On call' }]} />
      <PageHeader title="Schedules">{total > 0 ? create : null}</PageHeader>
      <NoticeRegion>
        {done === 'delete' ? (
          <Notice glyph="check">
            <p>The schedule is deleted.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {total === 0 ? (
        <EmptyState action={create}>There is no schedule yet, so policies page the people they name.</EmptyState>
      ) : (
        <>
          <SearchForm label="Find by name or who is on call" q={q} clearTo="/schedules" />
          {schedules.length > 0 ? (
            <ScheduleTable schedules={schedules} mayWrite={mayWrite} />
          ) : (
            <EmptyState action={<LinkButton to="/schedules">Show all</LinkButton>}>
              No schedule matches “{q}”.
            </EmptyState>
          )}
        </>
      )}
    </>
  );
}

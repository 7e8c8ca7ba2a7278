import { POSTMORTEM_WORDS, postmortemPath } from '~/components/postmortem/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Table } from '~/ui/table';
import { Tabs } from '~/ui/tabs';
import { Moment } from '~/ui/time';
import { POSTMORTEM_STATUSES, type PostmortemStatus } from '../../domain/postmortem/postmortem';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const status = POSTMORTEM_STATUSES.find((one) => one === searchParams.get('status'));
  const cursor = searchParams.get('cursor') ?? undefined;
  const page = unwrap(
    await operationsOf(context).postmortem.list({
      limit: PER_PAGE,
      ...(status ? { status } : {}),
      ...(cursor ? { cursor } : {}),
    }),
    { context, request },
  );
  const removed = searchParams.get('done') === 'remove';
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  return {
    ...page,
    data: page.data.map(({ sections: _sections, events: _events, ...one }) => one),
    status: (status ?? '') as PostmortemStatus | '',
    removed,
    search: searchParams.toString(),
    mayWrite: viewer.permissions.includes('incident.respond'),
  };
}

export const meta = () => pageTitle('Postmortems');

export default function Postmortems() {
  const { data, nextCursor, status, removed, search, mayWrite } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/postmortems/new">Write a postmortem</LinkButton> : null;
  return (
    <>
      <PageHeader title="Postmortems">
        <LinkButton to="/action-items" look="quiet">
          Action items
        </LinkButton>
        {create}
      </PageHeader>
      <NoticeRegion>
        {removed ? (
          <Notice glyph="check">
            <p>The postmortem and its action items are deleted.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      <Tabs
        label="Status"
        tabs={[
          { to: '/postmortems', word: 'All', current: status === '' },
          ...POSTMORTEM_STATUSES.map((one) => ({
            to: `/postmortems?status=${one}`,
            word: POSTMORTEM_WORDS[one],
            current: status === one,
          })),
        ]}
      />
      {data.length > 0 ? (
        <Table
          label="Postmortems"
          rows={data}
          keyOf={({ id }) => id}
          main={{ label: 'Title', to: postmortemPath, text: ({ title }) => title }}
          columns={[
            { label: 'Incident', width: 'xs', cell: ({ incidentNumber }) => incidentNumber && `#${incidentNumber}` },
            { label: 'Service', width: 'm', cell: ({ serviceName }) => serviceName },
            { label: 'Status', width: 's', cell: (one) => POSTMORTEM_WORDS[one.status] },
            { label: 'By', width: 'm', cell: ({ createdBy }) => createdBy.name },
            { label: 'Written', width: 's', cell: ({ createdAt }) => <Moment at={createdAt} /> },
          ]}
          under={({ serviceName, status: own, incidentNumber }) =>
            [incidentNumber && `#${incidentNumber}`, serviceName, POSTMORTEM_WORDS[own]].filter(Boolean).join(' · ')
          }
        />
      ) : (
        <EmptyState action={create}>
          {status === ''
            ? 'There is no postmortem yet. One is drafted from an incident’s timeline.'
            : `None is ${POSTMORTEM_WORDS[status].toLowerCase()}.`}
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

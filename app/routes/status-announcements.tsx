import { announcementPhase } from '~/components/status-page/announcement-values';
import { DoneNotice } from '~/components/status-page/done-notice';
import { StatusPageHead } from '~/components/status-page/page-head';
import { ANNOUNCEMENT_WORDS, statusPagePath } from '~/components/status-page/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Table } from '~/ui/table';
import { Moment } from '~/ui/time';

const DONE: Record<string, string> = {
  create: 'The announcement is stored. Visitors see it from its start on.',
  update: 'The announcement is saved.',
  end: 'The announcement is over. Visitors see it no more.',
  remove: 'The announcement is deleted.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor');
  const { statusPage, statusAnnouncement } = operationsOf(context);
  const { name } = unwrap(await statusPage.get({ id }), where);
  const list = await statusAnnouncement.list({ id, limit: 50, ...(cursor ? { cursor } : {}) });
  const { data, nextCursor } = unwrap(list, where);
  const done = searchParams.get('done') ?? '';
  for (const word of ['_routes', 'done']) searchParams.delete(word);
  return {
    page: { id, name },
    announcements: data.map((one) => ({ ...one, phase: announcementPhase(one, context.now) })),
    nextCursor,
    search: searchParams.toString(),
    mayWrite: viewer.permissions.includes('config.write'),
    mayReport: viewer.permissions.includes('incident.respond'),
    done,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Announcements of ${data?.page.name ?? ''}`);

export default function StatusAnnouncements() {
  const { page, announcements, nextCursor, search, mayWrite, mayReport, done } = useLoaderData<typeof loader>();
  const here = `${statusPagePath(page)}/announcements`;
  return (
    <>
      <StatusPageHead page={page} mayWrite={mayWrite}>
        {mayReport ? (
          <LinkButton to={`${here}/new`} look="primary">
            Write announcement
          </LinkButton>
        ) : null}
      </StatusPageHead>
      <DoneNotice done={done} words={DONE} again={announcements.length} />
      {announcements.length > 0 ? (
        <Table
          label="Announcements"
          rows={announcements}
          keyOf={({ id }) => id}
          main={{
            label: 'Title',
            ...(mayReport ? { to: ({ id }: { id: string }) => `${here}/${encodeURIComponent(id)}` } : {}),
            text: ({ title }) => title,
          }}
          columns={[
            { label: 'Type', width: 'm', cell: ({ type }) => ANNOUNCEMENT_WORDS[type] },
            { label: 'State', width: 's', cell: ({ phase }) => phase },
            { label: 'From', width: 'm', cell: ({ startsAt }) => <Moment at={startsAt} /> },
            { label: 'Until', width: 'm', cell: ({ endsAt }) => (endsAt ? <Moment at={endsAt} /> : 'ended by hand') },
          ]}
          under={({ type, phase }) => `${ANNOUNCEMENT_WORDS[type]} · ${phase}`}
        />
      ) : (
        <EmptyState>
          No announcement yet. One stands above everything else on the page, for as long as it holds: a change of terms,
          a warning, a word of thanks.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

import { STATE_WORDS, STATUS_PAGES_PATH, statusPagePath } from '~/components/status-page/words';
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
import { worst } from '../../domain/status-page/component';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const list = await operationsOf(context).statusPage.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) });
  const { data, nextCursor } = unwrap(list, { context, request });
  return {
    pages: data.map(({ id, name, urls, components }) => ({
      id,
      name,
      url: urls[0] ?? '',
      state: worst(components.map(({ state }) => state)),
      count: components.length,
    })),
    nextCursor,
    search: searchParams.toString(),
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
  };
}

export const meta = () => pageTitle('Status pages');

export default function StatusPages() {
  const { pages, nextCursor, search, mayWrite, done } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to={`${STATUS_PAGES_PATH}/new`}>Add status page</LinkButton> : null;
  return (
    <>
      <PageHeader title="Status pages">{pages.length > 0 ? create : null}</PageHeader>
      <NoticeRegion>
        {done === 'remove' ? (
          <Notice glyph="check">
            <p>The status page is deleted. Its addresses show nothing any more.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {pages.length > 0 ? (
        <Table
          label="Status pages"
          rows={pages}
          keyOf={({ id }) => id}
          main={{ label: 'Name', to: statusPagePath, text: ({ name }) => name }}
          columns={[
            { label: 'Address', width: 'xl', cell: ({ url }) => url.replace(/^https?:\/\//, '') },
            { label: 'Components', width: 's', figure: true, cell: ({ count }) => count },
            { label: 'Worst now', width: 'm', cell: ({ state }) => STATE_WORDS[state] },
          ]}
          under={({ url, state }) => `${STATE_WORDS[state]} · ${url.replace(/^https?:\/\//, '')}`}
        />
      ) : (
        <EmptyState action={create}>
          No status page yet. It tells visitors how things are, from your services and in your words.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

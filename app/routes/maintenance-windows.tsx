import { WindowTable } from '~/components/maintenance/window-table';
import { WINDOWS_PATH } from '~/components/maintenance/words';
import { choicesOrNone } from '~/lib/choices';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Tabs } from '~/ui/tabs';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const when = searchParams.get('when') === 'past' ? ('past' as const) : ('current' as const);
  const cursor = searchParams.get('cursor') ?? undefined;
  const { maintenanceWindow, service } = operationsOf(context);
  const [list, services] = await Promise.all([
    maintenanceWindow.list({ when, limit: PER_PAGE, ...(cursor ? { cursor } : {}) }),
    choicesOrNone(service.list),
  ]);
  const { data, nextCursor } = unwrap(list, { context, request });
  return {
    windows: data,
    services,
    nextCursor,
    when,
    search: searchParams.toString(),
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
  };
}

export const meta = () => pageTitle('Maintenance windows');

export default function MaintenanceWindows() {
  const { windows, services, nextCursor, when, search, mayWrite, done } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to={`${WINDOWS_PATH}/new`}>Plan maintenance</LinkButton> : null;
  const isPast = when === 'past';
  return (
    <>
      <PageHeader title="Maintenance windows">{windows.length > 0 || isPast ? create : null}</PageHeader>
      <NoticeRegion>
        {done === 'remove' ? (
          <Notice glyph="check">
            <p>The window is deleted. What it held pages now.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      <Tabs
        label="Which windows"
        tabs={[
          { to: WINDOWS_PATH, word: 'Now and planned', current: !isPast },
          { to: `${WINDOWS_PATH}?when=past`, word: 'Over', current: isPast },
        ]}
      />
      {windows.length > 0 ? (
        <WindowTable label="Maintenance windows" windows={windows} services={services} />
      ) : (
        <EmptyState action={isPast ? null : create}>
          {isPast
            ? 'No window is over yet.'
            : 'No maintenance is planned. During a window its alerts page nobody; what still burns at its end does.'}
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

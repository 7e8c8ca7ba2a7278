import { HeartbeatStateMark } from '~/components/heartbeat/heartbeat-state';
import { HEARTBEATS_PATH, heartbeatPath, stateShown, timesText } from '~/components/heartbeat/words';
import { useClock } from '~/lib/clock';
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
import { Moment } from '~/ui/time';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const serviceId = searchParams.get('service') ?? undefined;
  const { heartbeat, name } = operationsOf(context);
  const page = { limit: PER_PAGE, ...(cursor ? { cursor } : {}), ...(serviceId ? { serviceId } : {}) };
  const { data, nextCursor } = unwrap(await heartbeat.list(page), where);
  const ids = data.map((one) => one.serviceId);
  const names = new Map(unwrap(await name.of({ kind: 'SERVICE', ids }), where).map((one) => [one.id, one.name]));
  return {
    heartbeats: data.map(({ pings: _pings, ...one }) => ({
      ...one,
      service: names.get(one.serviceId) ?? 'A deleted service',
    })),
    nextCursor,
    search: searchParams.toString(),
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
  };
}

export const meta = () => pageTitle('Heartbeats');

export default function Heartbeats() {
  const { heartbeats, nextCursor, search, mayWrite, done } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const create = mayWrite ? <LinkButton to={`${HEARTBEATS_PATH}/new`}>Add heartbeat</LinkButton> : null;
  return (
    <>
      <PageHeader title="Heartbeats">{heartbeats.length > 0 ? create : null}</PageHeader>
      <NoticeRegion>
        {done === 'remove' ? (
          <Notice glyph="check">
            <p>The heartbeat is deleted. Its address works no longer.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {heartbeats.length > 0 ? (
        <Table
          label="Heartbeats"
          rows={heartbeats}
          keyOf={({ id }) => id}
          main={{ label: 'Name', to: heartbeatPath, text: ({ name }) => name }}
          columns={[
            { label: 'Service', width: 's', cell: ({ service }) => service },
            { label: 'Due', width: 'm', cell: (one) => timesText(one, locale) },
            {
              label: 'Last ping',
              width: 's',
              cell: ({ lastPingAt }) => (lastPingAt ? <Moment at={lastPingAt} /> : ''),
            },
            { label: 'State', width: 'm', cell: ({ state }) => <HeartbeatStateMark state={state} /> },
          ]}
          under={(one) => [stateShown(one.state).word, timesText(one, locale), one.service].join(' · ')}
        />
      ) : (
        <EmptyState action={create}>
          There is no heartbeat yet. A job pings its address whenever it is done; when a ping is missed, an incident
          opens.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

import { DoneNotice } from '~/components/status-page/done-notice';
import { StatusPageHead } from '~/components/status-page/page-head';
import styles from '~/components/status-page/status-page.module.css';
import {
  CHANNEL_WORDS,
  chosenText,
  SUBSCRIBER_STATE_WORDS,
  statusPagePath,
  WHO_MAY,
} from '~/components/status-page/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { SearchForm } from '~/ui/search-form';
import { Table } from '~/ui/table';
import { Tabs } from '~/ui/tabs';
import { Moment } from '~/ui/time';
import { SUBSCRIBER_STATES, type SubscriberState } from '../../domain/status-page/subscriber';

const DONE: Record<string, string> = {
  add: 'The subscriber is entered.',
  ask: 'A mail with the question is on its way. Nothing else is sent before the answer.',
  choose: 'What the subscriber hears of is saved.',
  remove: 'The subscriber is removed, and nothing of the address is kept.',
};
const PER_PAGE = 50;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const id = params.id ?? '';
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200);
  const state = SUBSCRIBER_STATES.find((one) => one === searchParams.get('state')) ?? null;
  const cursor = searchParams.get('cursor');
  const { statusPage, statusSubscriber } = operationsOf(context);
  const page = unwrap(await statusPage.get({ id }), where);
  const [list, count] = await Promise.all([
    statusSubscriber.list({
      id,
      limit: PER_PAGE,
      ...(q ? { q } : {}),
      ...(state ? { state } : {}),
      ...(cursor ? { cursor } : {}),
    }),
    statusSubscriber.count({ id, componentIds: [] }),
  ]);
  const { data, nextCursor } = unwrap(list, where);
  const done = searchParams.get('done') ?? '';
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  return {
    page: { id, name: page.name, components: page.components.map(({ id, name }) => ({ id, name })) },
    subscribers: data,
    confirmed: unwrap(count, where).count,
    nextCursor,
    q,
    state,
    search: searchParams.toString(),
    done,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Subscribers of ${data?.page.name ?? ''}`);

const TABS: readonly { state: SubscriberState | null; word: string }[] = [
  { state: null, word: 'All' },
  { state: 'confirmed', word: SUBSCRIBER_STATE_WORDS.confirmed },
  { state: 'pending', word: SUBSCRIBER_STATE_WORDS.pending },
];

export default function StatusSubscribers() {
  const { page, subscribers, confirmed, nextCursor, q, state, search, done } = useLoaderData<typeof loader>();
  const here = `${statusPagePath(page)}/subscribers`;
  const at = (wanted: SubscriberState | null) => {
    const params = new URLSearchParams({ ...(q ? { q } : {}), ...(wanted ? { state: wanted } : {}) });
    return `${here}${params.size > 0 ? `?${params}` : ''}`;
  };
  const isSifted = q !== '' || state !== null;
  return (
    <>
      <StatusPageHead page={page} mayWrite>
        <LinkButton to={`${here}/new`}>Add subscriber</LinkButton>
        <LinkButton to={`${here}/import`}>Import</LinkButton>
      </StatusPageHead>
      <DoneNotice done={done} words={DONE} again={subscribers.length} />
      <SearchForm label="Search addresses" q={q} clearTo={at(state)} keep={{ state: state ?? '' }} />
      <Tabs
        label="State"
        showLabel
        tabs={TABS.map(({ state: one, word }) => ({ to: at(one), word, current: one === state }))}
      />
      <div className={styles.listHead}>
        <p>{confirmed === 1 ? 'One is told of updates now.' : `${confirmed} are told of updates now.`}</p>
        {subscribers.length > 0 ? (
          <a href={`${here}/export?${search}`} download>
            Export as CSV
          </a>
        ) : null}
      </div>
      {subscribers.length > 0 ? (
        <Table
          label="Subscribers"
          rows={subscribers}
          keyOf={({ id }) => id}
          main={{
            label: 'Address',
            to: ({ id }) => `${here}/${encodeURIComponent(id)}`,
            text: ({ address }) => address,
          }}
          columns={[
            { label: 'By', width: 's', cell: ({ channel }) => CHANNEL_WORDS[channel] },
            { label: 'State', width: 'm', cell: (one) => SUBSCRIBER_STATE_WORDS[stateOf(one)] },
            { label: 'Chose', width: 'l', cell: ({ componentIds }) => chosenText(componentIds, page.components) },
            { label: 'Entered', width: 'm', cell: ({ createdAt }) => <Moment at={createdAt} /> },
          ]}
          under={(one) =>
            `${CHANNEL_WORDS[one.channel]} · ${SUBSCRIBER_STATE_WORDS[stateOf(one)]} · ${chosenText(one.componentIds, page.components)}`
          }
        />
      ) : (
        <EmptyState action={isSifted ? <LinkButton to={here}>Show all</LinkButton> : null}>
          {isSifted
            ? 'No subscriber matches.'
            : 'Nobody has subscribed yet. Visitors do it on the page; you can add or import addresses, too.'}
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

const stateOf = ({ confirmedAt }: { confirmedAt: number | null }): SubscriberState =>
  confirmedAt === null ? 'pending' : 'confirmed';

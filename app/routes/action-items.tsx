import { ItemList } from '~/components/postmortem/item-list';
import { withOwners } from '~/components/postmortem/items.server';
import styles from '~/components/postmortem/postmortem.module.css';
import { ACTION_ITEM_WORDS, DONE_WORDS, WHO_MAY } from '~/components/postmortem/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader, Section } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { ACTION_ITEM_STATUSES } from '../../domain/postmortem/action-item';

const VIEWS = [
  { view: 'all', word: 'All' },
  { view: 'mine', word: 'Mine' },
  { view: 'overdue', word: 'Overdue' },
] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const view = VIEWS.find((one) => one.view === searchParams.get('view'))?.view ?? 'all';
  const items = unwrap(await operationsOf(context).actionItem.board(), { context, request });
  const known = await withOwners(context, items, { now: context.now, timeZone: viewer.timezone });
  return {
    view,
    items: known
      .filter(({ ownerId, overdue }) => view === 'all' || (view === 'mine' ? ownerId === viewer.id : overdue))
      .map(({ postmortemTitle, ...item }) => ({ ...item, about: postmortemTitle })),
    overdue: known.filter((item) => item.overdue).length,
    mayWrite: viewer.permissions.includes('incident.respond'),
    done: searchParams.get('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const form = await request.formData();
  const status = ACTION_ITEM_STATUSES.find((one) => one === textOf(form, 'status'));
  const { update } = operationsOf(context).actionItem;
  const answer = await update({ id: textOf(form, 'id'), ...(status ? { status } : {}) });
  if (!answer.ok) return refusal(answer.error, 'move', form, { context, request });
  const { searchParams } = new URL(request.url);
  const view = searchParams.get('view');
  return redirect(`/action-items?done=move${view ? `&view=${encodeURIComponent(view)}` : ''}`);
}

export const meta = () => pageTitle('Action items');

export default function ActionItems() {
  const { view, items, overdue, mayWrite, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const news = done && Object.hasOwn(DONE_WORDS, done) ? DONE_WORDS[done] : null;
  return (
    <>
      <Breadcrumbs trail={[{ to: '/postmortems', word: 'Postmortems' }]} />
      <PageHeader title="Action items" />
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check">
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Tabs
        label="Which"
        tabs={VIEWS.map((one) => ({
          to: one.view === 'all' ? '/action-items' : `/action-items?view=${one.view}`,
          word: one.view === 'overdue' && overdue > 0 ? `Overdue (${overdue})` : one.word,
          current: view === one.view,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState>
          {view === 'all' ? 'Nothing is to be done. Items are added in a postmortem.' : 'There is none of these.'}
        </EmptyState>
      ) : (
        <div className={`${styles.board} ${styles.side}`}>
          {ACTION_ITEM_STATUSES.map((status) => {
            const own = items.filter((item) => item.status === status);
            return (
              <Section key={status} title={ACTION_ITEM_WORDS[status]} aside={String(own.length)}>
                {own.length > 0 ? <ItemList items={own} movable={mayWrite} /> : <EmptyState>None.</EmptyState>}
              </Section>
            );
          })}
        </div>
      )}
    </>
  );
}

import { DeliveryLog } from '~/components/notification/delivery-log';
import { logQuery, readLogFilter } from '~/components/notification/log-filter';
import { LogFilters } from '~/components/notification/log-filters';
import styles from '~/components/notification/log-head.module.css';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const WHO_MAY = 'The delivery log is for administrators. Your own messages are in your profile.';
const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'audit.read', WHO_MAY);
  const { notification, user, service } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readLogFilter(searchParams);
  const cursor = searchParams.get('cursor') ?? undefined;
  const [list, people, services] = await Promise.all([
    notification.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}), ...logQuery(filter, timezone) }),
    choicesOrNone(user.list),
    choicesOrNone(service.list),
  ]);
  const { data, nextCursor } = unwrap(list, { context, request });
  const resent = searchParams.get('resent') !== null;
  for (const name of ['_routes', 'resent']) searchParams.delete(name);
  return { entries: data, nextCursor, filter, people, services, resent, search: searchParams.toString() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const answer = await operationsOf(context).notification.resend({ id: textOf(form, 'id') });
  if (!answer.ok) return refusal(answer.error, 'resend', form, { context, request });
  const { searchParams } = new URL(request.url);
  for (const name of ['_routes', 'cursor']) searchParams.delete(name);
  searchParams.set('resent', answer.value.id);
  return redirect(`/settings/deliveries?${searchParams}`);
}

export const meta = () => pageTitle('Deliveries');

export default function Deliveries() {
  const { entries, nextCursor, filter, people, services, resent, search } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <SettingsHeader />
      <NoticeRegion>
        {resent && !refused ? (
          <Notice glyph="check">
            <p>It is sent again, as a new message.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <LogFilters filter={filter} people={people} services={services} />
      {entries.length > 0 ? (
        <>
          <div className={styles.head}>
            <p>Every message to a person, newest first.</p>
            <a href={`/settings/deliveries/export?${search}`} download="deliveries.csv">
              Export as CSV
            </a>
          </div>
          <DeliveryLog entries={entries} whose="all" />
        </>
      ) : (
        <EmptyState action={filter.active ? <LinkButton to="/settings/deliveries">Clear the filter</LinkButton> : null}>
          {filter.active ? 'No message matches this filter.' : 'Nothing was sent yet.'}
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

import { DeliveryLog } from '~/components/notification/delivery-log';
import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id: userId } = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const list = await operationsOf(context).notification.list({
    limit: PER_PAGE,
    userId,
    ...(cursor ? { cursor } : {}),
  });
  const { data, nextCursor } = unwrap(list, { context, request });
  searchParams.delete('_routes');
  return { entries: data, nextCursor, search: searchParams.toString() };
}

export const meta = () => pageTitle('Sent to you');

export default function ProfileNotifications() {
  const { entries, nextCursor, search } = useLoaderData<typeof loader>();
  return (
    <div className={styles.page}>
      <ProfileHeader />
      {entries.length > 0 ? (
        <DeliveryLog entries={entries} whose="own" />
      ) : (
        <EmptyState>Nothing was sent to you yet.</EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </div>
  );
}

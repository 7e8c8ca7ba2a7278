import { SettingsHeader } from '~/components/settings/settings-tabs';
import styles from '~/components/webhook/webhook-page.module.css';
import { WebhookTable } from '~/components/webhook/webhook-table';
import { WHO_MAY } from '~/components/webhook/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const list = await operationsOf(context).webhook.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) });
  const { data, nextCursor } = unwrap(list, { context, request });
  return { webhooks: data, nextCursor, search: cursor ? `cursor=${cursor}` : '', done: searchParams.get('done') };
}

export const meta = () => pageTitle('Webhooks');

export default function Webhooks() {
  const { webhooks, nextCursor, search, done } = useLoaderData<typeof loader>();
  const create = <LinkButton to="/settings/webhooks/new">Add webhook</LinkButton>;
  return (
    <>
      <SettingsHeader />
      <NoticeRegion>
        {done === 'remove' ? (
          <Notice glyph="check">
            <p>The webhook is deleted. Nothing is posted there any more.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {webhooks.length > 0 ? (
        <>
          <div className={styles.head}>
            <p>Tell programs and chats what happens to incidents. Private incidents are never told.</p>
            {create}
          </div>
          <WebhookTable webhooks={webhooks} />
        </>
      ) : (
        <EmptyState action={create}>There is no webhook yet. One tells a program or a chat what happens.</EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

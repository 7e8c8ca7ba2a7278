import keyStyles from '~/components/settings/api-key.module.css';
import { ApiKeyTable } from '~/components/settings/api-key-table';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const WHO_MAY = 'API keys are for administrators. Ask one for a key.';
const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const list = await operationsOf(context).apiKey.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) });
  const { data, nextCursor } = unwrap(list, { context, request });
  return { keys: data, nextCursor, search: cursor ? `cursor=${cursor}` : '', done: searchParams.get('done') };
}

export const meta = () => pageTitle('API keys');

export default function ApiKeys() {
  const { keys, nextCursor, search, done } = useLoaderData<typeof loader>();
  const create = <LinkButton to="/settings/api-keys/new">Create API key</LinkButton>;
  return (
    <>
      <SettingsHeader />
      <NoticeRegion>
        {done === 'revoke' ? (
          <Notice glyph="check">
            <p>The key is revoked. Whoever uses it is refused from now on.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {keys.length > 0 ? (
        <>
          <div className={keyStyles.head}>
            <p>For programs that use the API. A key is shown once, when it is made.</p>
            {create}
          </div>
          <ApiKeyTable keys={keys} />
        </>
      ) : (
        <EmptyState action={create}>There is no API key yet. Programs need one to use the API.</EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

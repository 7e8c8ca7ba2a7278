import keyStyles from '~/components/settings/api-key.module.css';
import { ApiKeyTable } from '~/components/settings/api-key-table';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { unwrap } from '~/lib/failure';
import { pageRequest, readListing } from '~/lib/listing';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { SearchForm } from '~/ui/search-form';

const WHO_MAY = 'API keys are for administrators. Ask one for a key.';
const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const listing = readListing(request, ['name']);
  const list = await operationsOf(context).apiKey.list(pageRequest(listing, PER_PAGE));
  const { data, nextCursor } = unwrap(list, { context, request });
  const { searchParams } = new URL(request.url);
  const done = searchParams.get('done');
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  const isEmpty = data.length === 0 && listing.q === '' && listing.cursor === null;
  return { keys: data, nextCursor, q: listing.q, isEmpty, search: searchParams.toString(), done };
}

export const meta = () => pageTitle('API keys');

export default function ApiKeys() {
  const { keys, nextCursor, q, isEmpty, search, done } = useLoaderData<typeof loader>();
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
      {isEmpty ? (
        <EmptyState action={create}>There is no API key yet. Programs need one to use the API.</EmptyState>
      ) : (
        <>
          <div className={keyStyles.head}>
            <p>
              For programs that use the API. A key is shown once, when it is made. <a href="/api/docs">API reference</a>
            </p>
            {create}
          </div>
          <SearchForm label="Find by name" q={q} clearTo="/settings/api-keys" />
          {keys.length > 0 ? (
            <ApiKeyTable keys={keys} />
          ) : (
            <EmptyState action={<LinkButton to="/settings/api-keys">Show all</LinkButton>}>
              No API key matches “{q}”.
            </EmptyState>
          )}
        </>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

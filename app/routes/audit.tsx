import { dayStart, readAuditFilter } from '~/components/settings/audit-filter';
import { AuditFilters } from '~/components/settings/audit-filters';
import { AuditLog } from '~/components/settings/audit-log';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { choicesOrNone } from '~/lib/choices';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const WHO_MAY = 'The audit log is for administrators.';
const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'audit.read', WHO_MAY);
  const { audit, user } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readAuditFilter(searchParams);
  const cursor = searchParams.get('cursor') ?? undefined;
  const from = dayStart(filter.from, timezone);
  const to = dayStart(filter.to, timezone, 1);
  const [list, people] = await Promise.all([
    audit.list({
      limit: PER_PAGE,
      ...(cursor ? { cursor } : {}),
      ...(filter.actor ? { actor: filter.actor } : {}),
      ...(filter.kind ? { targetKind: filter.kind } : {}),
      ...(filter.target ? { targetId: filter.target } : {}),
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    }),
    choicesOrNone(user.list),
  ]);
  const { data, nextCursor } = unwrap(list, { context, request });
  searchParams.delete('_routes');
  return { entries: data, nextCursor, filter, people, search: searchParams.toString() };
}

export const meta = () => pageTitle('Audit log');

export default function Audit() {
  const { entries, nextCursor, filter, people, search } = useLoaderData<typeof loader>();
  return (
    <>
      <SettingsHeader />
      <AuditFilters filter={filter} people={people} />
      {entries.length > 0 ? (
        <AuditLog entries={entries} />
      ) : (
        <EmptyState action={filter.active ? <LinkButton to="/settings/audit">Clear the filter</LinkButton> : null}>
          {filter.active ? 'No entry matches this filter.' : 'Nothing was changed yet.'}
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}

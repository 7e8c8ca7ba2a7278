import { targetsNamed } from '~/components/escalation-policy/load.server';
import { PolicyTable } from '~/components/escalation-policy/policy-table';
import { unwrap } from '~/lib/failure';
import { listingLink, pageRequest, readListing, sortWord } from '~/lib/listing';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { SearchForm } from '~/ui/search-form';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { escalationPolicy } = operationsOf(context);
  const listing = readListing(request, ['name']);
  const list = await escalationPolicy.list({ ...pageRequest(listing, PER_PAGE), sort: sortWord(listing.sort) });
  const { data, nextCursor } = unwrap(list, where);
  const [uses, choices] = await Promise.all([
    escalationPolicy.uses({ ids: data.map(({ id }) => id) }),
    targetsNamed(context, data),
  ]);
  const services = unwrap(uses, where);
  const { searchParams } = new URL(request.url);
  const done = searchParams.get('done');
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  return {
    policies: data.map((policy) => ({
      ...policy,
      services: services.filter(({ policyId }) => policyId === policy.id),
    })),
    nextCursor,
    listing,
    search: searchParams.toString(),
    isEmpty: data.length === 0 && listing.q === '' && listing.cursor === null,
    choices,
    mayWrite: viewer.permissions.includes('config.write'),
    done,
  };
}

export const meta = () => pageTitle('Escalation policies');

export default function EscalationPolicies() {
  const { policies, nextCursor, listing, search, isEmpty, choices, mayWrite, done } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/escalation-policies/new">Create policy</LinkButton> : null;
  return (
    <>
      <PageHeader title="Escalation policies">{isEmpty ? null : create}</PageHeader>
      <NoticeRegion>
        {done === 'delete' ? (
          <Notice glyph="check">
            <p>The policy is deleted.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {isEmpty ? (
        <EmptyState action={create}>
          There is no policy yet. A policy says who is paged, and who next when nobody answers.
        </EmptyState>
      ) : (
        <>
          <SearchForm
            label="Find by name"
            q={listing.q}
            clearTo={listingLink({ ...listing, q: '' }, listing.sort, 'name')}
            keep={{ sort: listing.sort.down ? '-name' : '' }}
          />
          {policies.length > 0 ? (
            <PolicyTable policies={policies} choices={choices} listing={listing} mayWrite={mayWrite} />
          ) : (
            <EmptyState action={<LinkButton to="/escalation-policies">Show all</LinkButton>}>
              No policy matches “{listing.q}”.
            </EmptyState>
          )}
          <Pagination search={search} nextCursor={nextCursor} />
        </>
      )}
    </>
  );
}

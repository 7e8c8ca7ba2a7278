import { targetChoices } from '~/components/escalation-policy/load.server';
import { PolicyTable } from '~/components/escalation-policy/policy-table';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { SearchForm } from '~/ui/search-form';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { service, escalationPolicy } = operationsOf(context);
  const [found, services, choices] = await Promise.all([
    everyPage(escalationPolicy.list),
    everyPage(service.list),
    targetChoices(context),
  ]);
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200);
  const all = unwrap(found, { context, request });
  const known = services.ok ? services.value : [];
  return {
    policies: all
      .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
      .map((policy) => ({
        ...policy,
        services: known
          .filter(({ escalationPolicyId }) => escalationPolicyId === policy.id)
          .map(({ id, name }) => ({ id, name })),
      })),
    total: all.length,
    q,
    choices,
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
  };
}

export const meta = () => pageTitle('Escalation policies');

export default function EscalationPolicies() {
  const { policies, total, q, choices, mayWrite, done } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/escalation-policies/new">Create policy</LinkButton> : null;
  return (
    <>
      <PageHeader title="Escalation policies">{total > 0 ? create : null}</PageHeader>
      <NoticeRegion>
        {done === 'delete' ? (
          <Notice glyph="check">
            <p>The policy is deleted.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {total === 0 ? (
        <EmptyState action={create}>
          There is no policy yet. A policy says who is paged, and who next when nobody answers.
        </EmptyState>
      ) : (
        <>
          <SearchForm label="Find by name" q={q} clearTo="/escalation-policies" />
          {policies.length > 0 ? (
            <PolicyTable policies={policies} choices={choices} mayWrite={mayWrite} />
          ) : (
            <EmptyState action={<LinkButton to="/escalation-policies">Show all</LinkButton>}>
              No policy matches “{q}”.
            </EmptyState>
          )}
        </>
      )}
    </>
  );
}

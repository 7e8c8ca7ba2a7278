import { policyPath } from '~/components/escalation-policy/words';
import { servicePath } from '~/components/service/words';
import { policiesPaging } from '~/components/team/uses';
import { teamPath } from '~/components/team/words';
import { useClock } from '~/lib/clock';
import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { countOf } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import type { UsedBy } from '~/ui/confirm';
import { DeletePage } from '~/ui/delete-page';

const WHO_MAY = 'Teams are set up by administrators. Ask one to delete this team.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { team, service, escalationPolicy } = operationsOf(context);
  const [got, services, policies] = await Promise.all([
    team.get({ id: params.id ?? '' }),
    everyPage(service.list),
    everyPage(escalationPolicy.list),
  ]);
  const { id, name, members } = unwrap(got, where);
  const owned = unwrap(services, where).filter(({ teamId }) => teamId === id);
  const paging = policiesPaging(unwrap(policies, where), id);
  const usedBy: UsedBy[] = [
    ...owned.map((one) => ({ kind: 'Service', name: one.name, to: servicePath(one.id) })),
    ...paging.map((one) => ({ kind: 'Policy', name: one.name, to: policyPath(one.id) })),
  ];
  return { id, name, members: members.length, usedBy };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const answer = await operationsOf(context).team.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect('/teams?done=delete');
  return refusal(answer.error, 'delete', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.name ?? 'team'}`);

export default function TeamDelete() {
  const { id, name, members, usedBy } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale } = useClock();
  return (
    <DeletePage
      under={[{ to: '/teams', word: 'Teams' }]}
      name={name}
      path={teamPath({ id })}
      lost={[
        `The team ${name} with ${countOf(members, locale, 'membership', 'memberships')}. The people stay.`,
        'It cannot be brought back.',
      ]}
      usedBy={usedBy}
      refusal={refused}
    />
  );
}

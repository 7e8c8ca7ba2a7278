import { draftOf, nextDraft, stepOf } from '~/components/team/draft';
import { storeTeam } from '~/components/team/team-command.server';
import { TeamForm } from '~/components/team/team-form';
import { TEAM_FIELDS, teamPath } from '~/components/team/words';
import { changedFields } from '~/lib/changed';
import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';

const WHO_MAY = 'Teams are set up by administrators. Ask one to change this team.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { team, user } = operationsOf(context);
  const [got, people] = await Promise.all([team.get({ id: params.id ?? '' }), everyPage(user.list)]);
  const { id, ...stored } = unwrap(got, where);
  return {
    id,
    draft: draftOf(stored),
    people: unwrap(people, where).map((person) => ({ id: person.id, name: person.name, status: person.status })),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const id = params.id ?? '';
  const form = await request.formData();
  const draft = nextDraft(form);
  if (stepOf(form).kind !== 'save') return { draft, refused: undefined };
  const { team } = operationsOf(context);
  const before = unwrap(await team.get({ id }), where);
  const answer = await storeTeam(draft, (input) => team.update({ id, ...input }));
  if (answer.ok) {
    const inOrder = (one: typeof before) => ({ ...one, members: one.members.toSorted(byUser) });
    const changed = changedFields(inOrder(before), inOrder(answer.value), TEAM_FIELDS);
    return redirect(`${teamPath({ id })}?done=save&changed=${changed}`);
  }
  const { data: refused, init } = refusal(answer.error, 'team', form, where);
  return data({ draft, refused }, init ?? {});
}

const byUser = (a: { userId: string }, b: { userId: string }): number => a.userId.localeCompare(b.userId);

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  pageTitle(`Edit ${loaded?.draft.name ?? 'team'}`);

export default function TeamEdit() {
  const { id, draft, people } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/teams', word: 'Teams' },
          { to: teamPath({ id }), word: draft.name },
        ]}
      />
      <PageHeader title={`Edit ${draft.name}`} />
      <TeamForm
        draft={sent?.draft ?? draft}
        isChanged={sent !== undefined && !sent.refused}
        people={people}
        refusal={sent?.refused}
        save="Save team"
        cancel={teamPath({ id })}
      />
    </>
  );
}

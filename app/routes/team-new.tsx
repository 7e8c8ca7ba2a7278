import { EMPTY_TEAM, nextDraft, stepOf } from '~/components/team/draft';
import { storeTeam } from '~/components/team/team-command.server';
import { TeamForm } from '~/components/team/team-form';
import { teamPath } from '~/components/team/words';
import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';

const WHO_MAY = 'Teams are set up by administrators. Ask one to create this team.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const people = unwrap(await everyPage(operationsOf(context).user.list), { context, request });
  return { people: people.map(({ id, name, status }) => ({ id, name, status })) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const draft = nextDraft(form);
  if (stepOf(form).kind !== 'save') return { draft, refused: undefined };
  const answer = await storeTeam(draft, operationsOf(context).team.create);
  if (answer.ok) return redirect(`${teamPath(answer.value)}?done=create`);
  const { data: refused, init } = refusal(answer.error, 'team', form, { context, request });
  return data({ draft, refused }, init ?? {});
}

export const meta = () => pageTitle('Create a team');

export default function TeamNew() {
  const { people } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/teams', word: 'Teams' }]} />
      <PageHeader title="Create a team" />
      <TeamForm
        draft={sent?.draft ?? EMPTY_TEAM}
        isChanged={sent !== undefined && !sent.refused}
        people={people}
        refusal={sent?.refused}
        save="Create team"
        cancel="/teams"
      />
    </>
  );
}

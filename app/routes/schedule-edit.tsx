import { draftOf } from '~/components/schedule/draft';
import { previewOf } from '~/components/schedule/preview.server';
import { answerScheduleForm, peopleFor } from '~/components/schedule/save.server';
import { ScheduleForm } from '~/components/schedule/schedule-form';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { MAY_NOT_WRITE, schedulePath } from '~/components/schedule/words';
import { zoneGroups } from '~/components/user/zones';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { PageHeader } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const found = await operationsOf(context).schedule.get({ id: params.id ?? '' });
  const schedule = unwrap(found, { context, request });
  const draft = draftOf(schedule);
  const people = await peopleFor(context);
  return {
    id: schedule.id,
    name: schedule.name,
    draft,
    preview: await previewOf(context, viewer, schedule.id, draft),
    people: people.map(({ id, name }) => ({ id, name })),
    zones: zoneGroups(schedule.timezone),
  };
}

export function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  return answerScheduleForm(context, request, params.id ?? '', viewer);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Edit ${data.name}` : 'Edit a schedule');

export default function ScheduleEdit() {
  const { id, name, draft, preview, people, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ScheduleTrail id={id} name={name} />
      <PageHeader title={`Edit ${name}`} />
      <ScheduleForm
        draft={answer?.draft ?? draft}
        preview={answer?.preview ?? preview}
        people={people}
        zones={zones}
        focus={answer?.focus ?? ''}
        refusal={answer?.refusal ?? null}
        save="Save schedule"
        cancelTo={schedulePath(id)}
        storedId={id}
      />
    </>
  );
}

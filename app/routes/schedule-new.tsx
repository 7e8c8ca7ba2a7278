import { draftOf, type ScheduleDraft } from '~/components/schedule/draft';
import { previewOf } from '~/components/schedule/preview.server';
import { answerScheduleForm, peopleFor } from '~/components/schedule/save.server';
import { ScheduleForm } from '~/components/schedule/schedule-form';
import { templateLayers } from '~/components/schedule/templates';
import { MAY_NOT_WRITE } from '~/components/schedule/words';
import { zoneGroups } from '~/components/user/zones';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const from = new URL(request.url).searchParams.get('from');
  const { timeZone } = usableZone(viewer.locale, viewer.timezone);
  const copied = from ? unwrap(await operationsOf(context).schedule.get({ id: from }), { context, request }) : null;
  const draft: ScheduleDraft = copied
    ? draftOf({ ...copied, name: `Copy of ${copied.name}`.slice(0, 200) })
    : {
        name: '',
        timezone: timeZone,
        layers: templateLayers('weekly', timeZone, [], context.now),
        keepCurrent: true,
        effectiveFrom: '',
      };
  const people = await peopleFor(context);
  return {
    draft,
    preview: await previewOf(context, viewer, null, draft),
    people: people.map(({ id, name }) => ({ id, name })),
    zones: zoneGroups(draft.timezone),
  };
}

export function action({ context, request }: ActionFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  return answerScheduleForm(context, request, null, viewer);
}

export const meta = () => pageTitle('Create a schedule');

export default function ScheduleNew() {
  const { draft, preview, people, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/schedules', word: 'Schedules' }]} />
      <PageHeader title="Create a schedule" />
      <ScheduleForm
        draft={answer?.draft ?? draft}
        preview={answer?.preview ?? preview}
        people={people}
        zones={zones}
        focus={answer?.focus ?? ''}
        refusal={answer?.refusal ?? null}
        save="Create schedule"
        cancelTo="/schedules"
        storedId={null}
      />
    </>
  );
}

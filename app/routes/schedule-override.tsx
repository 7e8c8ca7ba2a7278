import { formZone, overrideChoices, overrideRefusal, withOverride } from '~/components/schedule/override.server';
import { OverrideForm } from '~/components/schedule/override-form';
import { valuesOf } from '~/components/schedule/override-values';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { MAY_NOT_OVERRIDE, overridePath, schedulePath } from '~/components/schedule/words';
import { unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { PageHeader, Section } from '~/ui/page';
import styles from './schedule-override.module.css';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', MAY_NOT_OVERRIDE);
  const { id = '', overrideId = '' } = params;
  const where = { context, request };
  const { schedule } = operationsOf(context);
  const { name, timezone } = unwrap(await schedule.get({ id }), where);
  const { userId, replacesUserId, ...times } = unwrap(await schedule.getOverride({ id, overrideId }), where);
  const span = { start: Date.parse(times.start), end: Date.parse(times.end) };
  const mine = new URL(request.url).searchParams.get('time') === 'mine';
  return {
    name,
    overrideId,
    values: valuesOf({ ...span, userId, replacesUserId }, formZone(timezone, mine, viewer)),
    choices: await overrideChoices(where, { id, timezone, mine, span }, viewer),
    mayLeaveNobody: viewer.permissions.includes('config.write'),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', MAY_NOT_OVERRIDE);
  const { id = '', overrideId = '' } = params;
  const where = { context, request };
  const form = await request.formData();
  const { schedule } = operationsOf(context);
  const { timezone } = unwrap(await schedule.get({ id }), where);
  if (textOf(form, 'op') === 'remove') {
    const before = unwrap(await schedule.getOverride({ id, overrideId }), where);
    const removed = await schedule.removeOverride({ id, overrideId });
    if (!removed.ok) return overrideRefusal(removed.error, form, where);
    const undo = new URLSearchParams({
      done: 'override-removed',
      userId: before.userId ?? 'nobody',
      replacesUserId: before.replacesUserId ?? '',
      start: before.start,
      end: before.end,
    });
    return redirect(`${schedulePath(id)}?${undo}`);
  }
  const zone = formZone(timezone, textOf(form, 'time') === 'mine', viewer);
  const saved = await withOverride(form, zone, (input) => schedule.updateOverride({ id, overrideId, ...input }));
  return saved.ok ? redirect(`${schedulePath(id)}?done=override-changed`) : overrideRefusal(saved.error, form, where);
}

export const meta = () => pageTitle('Change an override');

export default function ScheduleOverride() {
  const { name, overrideId, values, choices, mayLeaveNobody } = useLoaderData<typeof loader>();
  const path = overridePath(choices.id, overrideId);
  return (
    <>
      <ScheduleTrail id={choices.id} name={name} />
      <PageHeader title="Change an override" />
      <OverrideForm
        values={values}
        choices={choices}
        refusal={useActionData<typeof action>()}
        save="Save override"
        cancelTo={schedulePath(choices.id)}
        otherTo={choices.time ? path : `${path}?time=mine`}
        mayLeaveNobody={mayLeaveNobody}
      />
      <div className={styles.remove}>
        <Section title="Take it back">
          <p>The layers count again. You can undo it on the next page.</p>
          <Form method="post">
            <Button look="danger" name="op" value="remove">
              Take override back
            </Button>
          </Form>
        </Section>
      </div>
    </>
  );
}

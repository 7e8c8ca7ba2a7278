import { askPath, exchangePath } from '~/components/cover/words';
import {
  formZone,
  isOwnShift,
  overrideChoices,
  overrideRefusal,
  withOverride,
} from '~/components/schedule/override.server';
import { OverrideForm } from '~/components/schedule/override-form';
import { valuesOf } from '~/components/schedule/override-values';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { addressOf } from '~/components/schedule/view-address';
import { dateAt } from '~/components/schedule/view-range';
import { MAY_NOT_OVERRIDE, newOverridePath, schedulePath } from '~/components/schedule/words';
import { unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { PageHeader } from '~/ui/page';
import { HOUR, parseInstant, toIso } from '../../domain/shared/time';
import styles from './schedule-override.module.css';

const USUAL_LENGTH = 8 * HOUR;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', MAY_NOT_OVERRIDE);
  const id = params.id ?? '';
  const where = { context, request };
  const { name, timezone } = unwrap(await operationsOf(context).schedule.get({ id }), where);
  const asked = new URL(request.url).searchParams;
  const mine = asked.get('time') === 'mine';
  const start = parseInstant(asked.get('start')) ?? Math.ceil(context.now / HOUR) * HOUR;
  const end = parseInstant(asked.get('end')) ?? start + USUAL_LENGTH;
  const span = { start, end: Math.max(end, start + 1) };
  const replaces = asked.get('replaces') || null;
  const isOwn = await isOwnShift(where, id, { viewerId: viewer.id, span });
  const values = valuesOf({ ...span, userId: null, replacesUserId: replaces }, formZone(timezone, mine, viewer));
  return {
    name,
    values: { ...values, userId: asked.get('user') ?? '' },
    choices: await overrideChoices(where, { id, timezone, mine, span }, viewer),
    otherTo: newOverridePath(id, { ...span, replaces: replaces ?? undefined, time: mine ? undefined : 'mine' }),
    mayLeaveNobody: viewer.permissions.includes('config.write'),
    own: isOwn ? { start: toIso(Math.max(span.start, context.now)), end: toIso(span.end) } : null,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', MAY_NOT_OVERRIDE);
  const id = params.id ?? '';
  const where = { context, request };
  const form = await request.formData();
  const { schedule } = operationsOf(context);
  const { timezone } = unwrap(await schedule.get({ id }), where);
  const mine = textOf(form, 'time') === 'mine';
  const zone = formZone(timezone, mine, viewer);
  const made = await withOverride(form, zone, (input) => schedule.createOverride({ id, ...input }));
  if (!made.ok) return overrideRefusal(made.error, form, where);
  const to = addressOf(id, { view: 'week', date: dateAt(Date.parse(made.value.start), zone.timeZone), mine });
  return redirect(`${to}&done=override`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Add an override to ${data.name}` : 'Add an override');

export default function ScheduleOverrideNew() {
  const { name, values, choices, otherTo, mayLeaveNobody, own } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ScheduleTrail id={choices.id} name={name} />
      <PageHeader title="Add an override" />
      {own ? (
        <p className={styles.own}>
          This is your shift. Nobody agreed yet? <Link to={askPath(choices.id, own)}>Ask for cover</Link> or{' '}
          <Link to={exchangePath(choices.id, own)}>exchange it</Link>.
        </p>
      ) : null}
      <OverrideForm
        values={values}
        choices={choices}
        refusal={refused}
        save="Put on call"
        cancelTo={schedulePath(choices.id)}
        otherTo={otherTo}
        mayLeaveNobody={mayLeaveNobody}
      />
    </>
  );
}

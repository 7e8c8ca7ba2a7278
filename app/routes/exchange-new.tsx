import styles from '~/components/cover/covers.module.css';
import { exchangeGroups, readChoice } from '~/components/cover/exchange-choices';
import { ExchangeForm } from '~/components/cover/exchange-form';
import { shiftToGiveAway, WHO_MAY_GIVE_AWAY } from '~/components/cover/give-away.server';
import { GiveAwayTabs } from '~/components/cover/give-away-tabs';
import { fromField } from '~/components/cover/local-time';
import { COVER_SAYS, coverPath } from '~/components/cover/words';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { schedulePath } from '~/components/schedule/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { ErrorSummary } from '~/ui/error-summary';
import { EmptyState, PageHeader } from '~/ui/page';
import { coverInput } from '../../domain/cover/input';
import { failure } from '../../domain/shared/errors';
import { DAY } from '../../domain/shared/time';

const AHEAD = 60 * DAY;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', WHO_MAY_GIVE_AWAY);
  const where = { context, request };
  const id = params.id ?? '';
  const { now } = context;
  const [shift, shifts] = await Promise.all([
    shiftToGiveAway(where, id, viewer),
    operationsOf(context).schedule.shifts({ id, from: now, to: now + AHEAD }),
  ]);
  const given = shift.span ?? { start: now, end: now };
  const zone = usableZone(viewer.locale, viewer.timezone);
  // What the end of the time cuts off is no whole shift.
  const { data, to } = unwrap(shifts, where);
  const whole = data.filter(({ end }) => end !== to);
  const groups = exchangeGroups(whole, { viewerId: viewer.id, now, given, zone });
  const first = groups.flatMap(({ shifts }) => shifts).find(({ value }) => readChoice(value).userId === shift.who);
  return { ...shift, groups, chosen: first?.value ?? '' };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'incident.respond', WHO_MAY_GIVE_AWAY);
  const where = { context, request };
  const id = params.id ?? '';
  const form = await request.formData();
  const { userId, start, end } = readChoice(textOf(form, 'inReturn'));
  if (!userId) {
    const message = 'Choose the shift that you take for yours.';
    return refusal(
      failure('invalid', message, { fields: [{ path: 'inReturn/start', message }] }),
      'exchange',
      form,
      where,
    );
  }
  const agreed = textOf(form, 'agreed') === 'yes';
  const sent = {
    start: fromField(textOf(form, 'start'), timezone),
    end: fromField(textOf(form, 'end'), timezone),
    offeredTo: [userId],
    inReturn: { start, end },
    agreed,
  };
  const { cover } = operationsOf(context);
  const answer = said(await parsed(coverInput, sent, (input) => cover.request({ id, ...input })), COVER_SAYS);
  if (!answer.ok) return refusal(answer.error, 'exchange', form, where);
  return redirect(`${coverPath(answer.value)}?done=${agreed ? 'exchanged' : 'propose'}`);
}

export const meta = () => pageTitle('Exchange a shift');

export default function ExchangeNew() {
  const { id, name, timezone, span, values, times, who, groups, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className={styles.page}>
      <ScheduleTrail id={id} name={name} />
      <PageHeader title="Exchange a shift" />
      <GiveAwayTabs scheduleId={id} times={times} who={who} current="exchange" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      {span === null ? (
        <EmptyState action={<Link to="/profile/shifts">See your shifts</Link>}>
          You have no shift on this schedule in the next 60 days.
        </EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            When the other accepts, both shifts change hands and both of you are told. Until then nothing changes.
          </p>
          <ExchangeForm
            values={values}
            chosen={chosen}
            groups={groups}
            timezone={timezone}
            refusal={refused}
            cancelTo={schedulePath(id)}
          />
        </>
      )}
    </div>
  );
}

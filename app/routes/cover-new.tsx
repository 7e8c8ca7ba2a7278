import { AskForm } from '~/components/cover/ask-form';
import styles from '~/components/cover/covers.module.css';
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
import { pageTitle } from '~/lib/title';
import { ErrorSummary } from '~/ui/error-summary';
import { EmptyState, PageHeader } from '~/ui/page';
import { coverInput } from '../../domain/cover/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', WHO_MAY_GIVE_AWAY);
  const where = { context, request };
  const id = params.id ?? '';
  const shift = await shiftToGiveAway(where, id, viewer);
  const load = unwrap(await operationsOf(context).schedule.fairness({ id }), where);
  const people = load.data.map(({ user }) => user).filter((user) => user.id !== viewer.id);
  return { ...shift, people };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'incident.respond', WHO_MAY_GIVE_AWAY);
  const id = params.id ?? '';
  const form = await request.formData();
  const who = textOf(form, 'who');
  const agreed = textOf(form, 'agreed') === 'yes';
  const sent = {
    start: fromField(textOf(form, 'start'), timezone),
    end: fromField(textOf(form, 'end'), timezone),
    agreed,
    ...(who ? { offeredTo: [who] } : {}),
  };
  const { cover } = operationsOf(context);
  const answer = said(await parsed(coverInput, sent, (input) => cover.request({ id, ...input })), COVER_SAYS);
  if (!answer.ok) return refusal(answer.error, 'cover', form, { context, request });
  return redirect(`${coverPath(answer.value)}?done=${agreed ? 'agreed' : 'ask'}`);
}

export const meta = () => pageTitle('Ask for cover');

export default function CoverNew() {
  const { id, name, timezone, span, values, times, who, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className={styles.page}>
      <ScheduleTrail id={id} name={name} />
      <PageHeader title="Ask for cover" />
      <GiveAwayTabs scheduleId={id} times={times} who={who} current="cover" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      {span === null ? (
        <EmptyState action={<Link to="/profile/shifts">See your shifts</Link>}>
          You have no shift on this schedule in the next 60 days.
        </EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            The first who takes it is on call in your place, and both of you are told. Until then the shift is yours.
          </p>
          <AskForm
            values={{ ...values, who }}
            people={people}
            timezone={timezone}
            refusal={refused}
            cancelTo={schedulePath(id)}
          />
        </>
      )}
    </div>
  );
}

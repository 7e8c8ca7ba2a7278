import { CalendarLink } from '~/components/schedule/calendar-link';
import { calendarLinkOf, runCalendarLink } from '~/components/schedule/calendar-link.server';
import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import styles from './schedule-calendar.module.css';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const id = params.id ?? '';
  const { name } = unwrap(await operationsOf(context).schedule.get({ id }), { context, request });
  return { id, name, feed: await calendarLinkOf(context, { kind: 'SCHEDULE', id }) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const done = await runCalendarLink(context, { kind: 'SCHEDULE', id: params.id ?? '' }, form);
  return done.ok ? { url: done.value.url } : refusal(done.error, 'calendar', form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Calendar link of ${data.name}` : 'Calendar link');

export default function ScheduleCalendar() {
  const { id, name, feed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ScheduleTrail id={id} name={name} />
      <PageHeader title={name} />
      <ScheduleTabs id={id} />
      <div className={styles.page}>
        {answer && 'form' in answer ? <RefusalNotice refusal={answer} /> : null}
        <CalendarLink
          title="Your calendar link"
          feed={feed}
          url={answer && 'url' in answer ? answer.url : undefined}
          what="the schedule"
          offer="Subscribe to who is on call: the shifts of the past 30 and the coming 180 days."
        />
        <p>
          Only your own shifts, of all schedules? Their link stands with <Link to="/profile/shifts">your shifts</Link>.
        </p>
      </div>
    </>
  );
}

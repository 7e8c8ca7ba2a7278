import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { Time } from '~/ui/time';
import styles from './schedule-calendar.module.css';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const id = params.id ?? '';
  const { schedule, calendarFeed } = operationsOf(context);
  const { name } = unwrap(await schedule.get({ id }), { context, request });
  const feed = await calendarFeed.get({ kind: 'SCHEDULE', id });
  return { id, name, feed: feed.ok ? feed.value : null };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const { calendarFeed } = operationsOf(context);
  const target = { kind: 'SCHEDULE' as const, id: params.id ?? '' };
  const where = { context, request };
  const op = textOf(form, 'op');
  if (op === 'revoke') {
    const ended = await calendarFeed.revoke(target);
    return ended.ok ? { url: null, refused: null } : refusal(ended.error, 'calendar', form, where);
  }
  // The address is shown this once: the tables hold no more than its hash.
  const made = await (op === 'rotate' ? calendarFeed.rotate(target) : calendarFeed.create(target));
  return made.ok ? { url: made.value.url, refused: null } : refusal(made.error, 'calendar', form, where);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Calendar link of ${data.name}` : 'Calendar link');

export default function ScheduleCalendar() {
  const { id, name, feed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const url = answer && 'url' in answer ? answer.url : undefined;
  return (
    <>
      <ScheduleTrail id={id} name={name} />
      <PageHeader title={name} />
      <ScheduleTabs id={id} />
      <div className={styles.page}>
        {answer && 'form' in answer ? <RefusalNotice refusal={answer} /> : null}
        <NoticeRegion>
          {url ? (
            <Notice glyph="check">
              <p>Copy the address now: it is not shown again. Whoever has it can read the schedule.</p>
            </Notice>
          ) : null}
          {url === null ? (
            <Notice glyph="check">
              <p>The link has ended. Calendars that used it get nothing any more.</p>
            </Notice>
          ) : null}
        </NoticeRegion>
        {url ? <CopyField label="Address to subscribe to" text={url} /> : null}
        <Section title="Your calendar link">
          {feed ? (
            <>
              <p className={styles.fact}>
                Its address was given out <Time at={feed.rotatedAt} />.{' '}
                {feed.lastReadAt ? (
                  <>
                    A calendar read it <Time at={feed.lastReadAt} />.
                  </>
                ) : (
                  'No calendar has read it yet.'
                )}
              </p>
              <Form method="post" className={styles.actions}>
                <Button name="op" value="rotate">
                  New address
                </Button>
                <Button name="op" value="revoke" look="danger">
                  End the link
                </Button>
                <p className={styles.note}>Both end the present address at once.</p>
              </Form>
            </>
          ) : (
            <>
              <p className={styles.fact}>
                Subscribe to who is on call: the shifts of the past 30 and the coming 180 days.
              </p>
              <Form method="post" className={styles.actions}>
                <Button look="primary" name="op" value="create">
                  Make a link
                </Button>
              </Form>
            </>
          )}
        </Section>
        <Section title="How soon calendars follow">
          <p className={styles.fact}>
            The link is always up to date, but calendars look only now and then: Google every 12 to 24 hours, Outlook
            about every 3 hours, Apple every hour unless set otherwise. For what counts now, look here.
          </p>
        </Section>
      </div>
    </>
  );
}

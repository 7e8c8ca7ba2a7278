import { CoverOffers } from '~/components/cover/cover-offers';
import { MyShifts } from '~/components/cover/my-shifts';
import { NoticeForm } from '~/components/cover/notice-form';
import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { CalendarLink } from '~/components/schedule/calendar-link';
import { calendarLinkOf, runCalendarLink } from '~/components/schedule/calendar-link.server';
import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { id } = viewer;
  const { schedule, shiftNotice, contactMethod, cover } = operationsOf(context);
  const [shifts, settings, methods, covers, feed] = await Promise.all([
    schedule.ofPerson({ id }),
    shiftNotice.get({ id }),
    everyPage((page) => contactMethod.list({ ...page, userId: id })),
    cover.mine(),
    calendarLinkOf(context, { kind: 'USER', id }),
  ]);
  return {
    shifts: unwrap(shifts, where).data,
    settings: unwrap(settings, where),
    methods: unwrap(methods, where).filter(({ verifiedAt, enabled }) => verifiedAt !== null && enabled),
    offered: unwrap(covers, where).offered,
    feed,
    mayAsk: viewer.permissions.includes('incident.respond'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id } = requireViewer(context, request);
  const form = await request.formData();
  if (textOf(form, 'verb') === 'calendar') {
    const done = await runCalendarLink(context, { kind: 'USER', id }, form);
    return done.ok ? { url: done.value.url } : refusal(done.error, 'calendar', form, { context, request });
  }
  const wanted = form.getAll('notice');
  const answer = await operationsOf(context).shiftNotice.update({
    id,
    day: wanted.includes('day'),
    hour: wanted.includes('hour'),
    start: wanted.includes('start'),
    changes: wanted.includes('changes'),
    contactMethodId: textOf(form, 'contactMethodId') || null,
  });
  if (!answer.ok) return refusal(answer.error, 'notices', form, { context, request });
  return redirect('/profile/shifts?done=notices');
}

export const meta = () => pageTitle('Your shifts');

export default function ProfileShifts() {
  const { shifts, settings, methods, offered, feed, mayAsk, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>
        {done === 'notices' && !answer ? (
          <Notice glyph="check">
            <p>Saved. You get the notices that are ticked, and no others.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <CoverOffers covers={offered} />
      <Section title="The next 60 days">
        {shifts.length > 0 ? (
          <MyShifts shifts={shifts} mayAsk={mayAsk} />
        ) : (
          <EmptyState action={<Link to="/oncall">See who is on call</Link>}>You have no shift in this time.</EmptyState>
        )}
      </Section>
      <Section title="Notices">
        <NoticeForm settings={settings} methods={methods} refusal={refusalOf(refused, 'notices')} />
      </Section>
      <CalendarLink
        title="In your calendar"
        feed={feed}
        url={answer && 'url' in answer ? answer.url : undefined}
        what="your shifts"
        offer="Subscribe to your shifts on all schedules: those of the past 30 and the coming 180 days."
      />
    </div>
  );
}

import styles from '~/components/cover/covers.module.css';
import { ProposalList } from '~/components/cover/proposal-list';
import { ShiftSpan } from '~/components/cover/shift-span';
import { runTimeOffCommand } from '~/components/cover/time-off-command.server';
import { ImportForm, TimeOffForm } from '~/components/cover/time-off-forms';
import profile from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';

/** Proposals are worked out for so many; the rest is listed. */
const PROPOSED = 10;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { timeOff } = operationsOf(context);
  const all = unwrap(await everyPage((page) => timeOff.list({ ...page, userId: viewer.id })), where);
  const coming = all
    .filter(({ end }) => Date.parse(end) > context.now)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const proposals = await Promise.all(coming.slice(0, PROPOSED).map(({ id }) => timeOff.proposals({ id })));
  const { searchParams } = new URL(request.url);
  return {
    coming: coming.map((off, i) => {
      const found = proposals[i];
      return { ...off, proposals: found?.ok ? found.value : null };
    }),
    timezone: viewer.timezone,
    mayAsk: viewer.permissions.includes('incident.respond'),
    news: newsOf(searchParams),
  };
}

function newsOf(params: URLSearchParams): string | null {
  switch (params.get('done')) {
    case 'add':
      return 'Added. No shift has changed by it: below stands who could take yours.';
    case 'remove':
      return 'Removed. What others have taken over stays theirs.';
    case 'import': {
      const [created, skipped] = [Number(params.get('created')), Number(params.get('skipped'))];
      const reason = params.get('reason');
      return `Imported ${created}. ${skipped > 0 ? `Left out ${skipped}${reason ? `, the first because ${reason.slice(0, 200)}` : ''}.` : ''}`;
    }
    default:
      return null;
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { timezone } = requireViewer(context, request);
  const form = await request.formData();
  const answer = await runTimeOffCommand(operationsOf(context).timeOff, form, timezone);
  if (!answer.ok) return refusal(answer.error, textOf(form, 'verb'), form, { context, request });
  return redirect(`/profile/time-off?${new URLSearchParams(answer.value)}`);
}

export const meta = () => pageTitle('Your time off');

export default function ProfileTimeOff() {
  const { coming, timezone, mayAsk, news } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className={profile.page}>
      <ProfileHeader />
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check" key={news}>
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Section title="When you are away">
        {coming.length === 0 ? (
          <EmptyState>
            Nothing is noted. With your time off here, nobody has to find out by a page that goes unanswered.
          </EmptyState>
        ) : (
          <ul>
            {coming.map(({ id, start, end, proposals }) => (
              <li key={id} className={styles.row}>
                <p className={styles.when}>
                  <ShiftSpan start={start} end={end} />
                </p>
                <Form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button name="verb" value="remove" look="quiet">
                    Remove
                  </Button>
                </Form>
                {proposals ? <ProposalList proposals={proposals} mayAsk={mayAsk} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Add time off">
        <TimeOffForm key={coming.length} timezone={timezone} refusal={refusalOf(refused, 'add')} />
        <ImportForm refusal={refusalOf(refused, 'import')} />
      </Section>
    </div>
  );
}

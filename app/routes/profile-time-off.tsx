import styles from '~/components/cover/covers.module.css';
import { ProposalList } from '~/components/cover/proposal-list';
import { ShiftSpan } from '~/components/cover/shift-span';
import { runTimeOffCommand } from '~/components/cover/time-off-command.server';
import { ImportForm, TimeOffForm } from '~/components/cover/time-off-forms';
import profile from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { ApplyImport } from '~/components/schedule/apply-import';
import { ImportResult } from '~/components/schedule/import-result';
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
    news: NEWS[searchParams.get('done') ?? ''] ?? null,
  };
}

const NEWS: Record<string, string> = {
  add: 'Added. No shift has changed by it: below stands who could take yours.',
  remove: 'Removed. What others have taken over stays theirs.',
};

export async function action({ context, request }: ActionFunctionArgs) {
  const { timezone } = requireViewer(context, request);
  const form = await request.formData();
  const answer = await runTimeOffCommand(operationsOf(context).timeOff, form, timezone);
  if (!answer.ok) return refusal(answer.error, textOf(form, 'verb'), form, { context, request });
  if ('imported' in answer.value) return answer.value;
  return redirect(`/profile/time-off?done=${answer.value.done}`);
}

export const meta = () => pageTitle('Your time off');

export default function ProfileTimeOff() {
  const { coming, timezone, mayAsk, news } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  const done = answer && 'imported' in answer ? answer : null;
  return (
    <div className={profile.page}>
      <ProfileHeader />
      <NoticeRegion>
        {news && !answer ? (
          <Notice glyph="check" key={news}>
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      {done ? (
        <ImportResult lists={done.imported} timezone={timezone} one="time off" many="times off" who={() => null}>
          {done.imported.dryRun ? (
            <ApplyImport
              count={done.imported.created.length}
              one="time off"
              many="times off"
              carried={done.carried}
              choices={{ verb: 'import' }}
              cancelTo="/profile/time-off"
            />
          ) : null}
        </ImportResult>
      ) : null}
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
        <ImportForm refusal={refusalOf(refused, 'preview') ?? refusalOf(refused, 'import')} />
      </Section>
    </div>
  );
}

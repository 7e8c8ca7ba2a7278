import { CoverAnswer } from '~/components/cover/cover-offers';
import styles from '~/components/cover/covers.module.css';
import { ShiftSpan } from '~/components/cover/shift-span';
import { COVER_WORDS, coverPath, OFFER_WORDS } from '~/components/cover/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const cover = unwrap(await operationsOf(context).cover.get({ id: params.id ?? '' }), { context, request });
  const offer = cover.offers.find(({ user }) => user.id === viewer.id);
  const isOpen = cover.state === 'OPEN';
  return {
    cover,
    mayAnswer: isOpen && offer !== undefined,
    mayWithdraw: isOpen && (cover.user.id === viewer.id || viewer.permissions.includes('config.write')),
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const id = params.id ?? '';
  const form = await request.formData();
  const { cover } = operationsOf(context);
  const verb = textOf(form, 'verb');
  const answer =
    verb === 'decline'
      ? await cover.decline({ id })
      : verb === 'withdraw'
        ? await cover.withdraw({ id })
        : await cover.take({ id });
  if (!answer.ok) return refusal(answer.error, 'cover', form, { context, request });
  const done = verb === 'take' && answer.value.inReturn ? 'accept' : verb || 'take';
  return redirect(`${coverPath({ id })}?done=${encodeURIComponent(done)}`);
}

const DONE: Record<string, string> = {
  propose: 'Proposed. You are told when it is accepted or declined.',
  exchanged: 'Both shifts have changed hands, and both of you are told.',
  ask: 'They are asked. You are told when somebody takes it, or when nobody does.',
  agreed: 'The shift is handed over, and both of you are told.',
  take: 'It is yours: you are on call then, and both of you are told.',
  accept: 'Accepted: both shifts have changed hands, and both of you are told.',
  decline: 'Declined. Nobody is told but through this page.',
  withdraw: 'Withdrawn. The shift stays where it was.',
};

export const meta = () => pageTitle('Cover');

export default function CoverPage() {
  const { cover, mayAnswer, mayWithdraw, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isOpen = cover.state === 'OPEN';
  const isExchange = cover.inReturn !== null;
  const news = done && Object.hasOwn(DONE, done) ? DONE[done] : null;
  return (
    <div className={styles.page}>
      <Breadcrumbs
        trail={[
          { to: '/oncall', word: 'On call' },
          { to: `/schedules/${encodeURIComponent(cover.schedule.id)}`, word: cover.schedule.name },
        ]}
      />
      <PageHeader title={isExchange ? `Exchange with ${cover.user.name}` : `Cover for ${cover.user.name}`} />
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check" key={done}>
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <DefinitionList
        facts={[
          [
            isExchange ? `${cover.user.name} gives` : 'When',
            <ShiftSpan key="when" start={cover.start} end={cover.end} />,
          ],
          [
            `and takes from ${cover.offers[0]?.user.name ?? 'the other'}`,
            cover.inReturn ? <ShiftSpan key="return" start={cover.inReturn.start} end={cover.inReturn.end} /> : null,
          ],
          ['Schedule', cover.schedule.name],
          ['State', COVER_WORDS[cover.state]],
          [isExchange ? 'Accepted by' : 'Taken by', cover.takenBy?.name],
          [
            isExchange ? 'Can be accepted until' : 'Can be taken until',
            isOpen ? <Moment key="until" at={cover.expiresAt} /> : null,
          ],
          ['Reminder', isOpen && cover.remindAt !== null ? <Moment key="remind" at={cover.remindAt} /> : null],
        ]}
      />
      {mayAnswer ? (
        <Section title={isExchange ? 'Do you accept?' : 'Can you take it?'}>
          <p className={styles.lead}>
            {isExchange
              ? `Then you have ${cover.user.name}’s shift, and ${cover.user.name} has yours. Nobody else has to agree.`
              : `Then you are on call instead of ${cover.user.name} in this time, and the others are asked no more.`}
          </p>
          <CoverAnswer cover={cover} />
        </Section>
      ) : null}
      <Section title="Asked">
        <ul>
          {cover.offers.map(({ user, state }) => (
            <li key={user.id} className={styles.row}>
              <p>
                <Link to={`/users/${encodeURIComponent(user.id)}`}>{user.name}</Link>
              </p>
              <p className={styles.about}>{OFFER_WORDS[state]}</p>
            </li>
          ))}
        </ul>
      </Section>
      {mayWithdraw ? (
        <Form method="post">
          <Button name="verb" value="withdraw" look="danger">
            {isExchange ? 'Withdraw the proposal' : 'Withdraw the request'}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

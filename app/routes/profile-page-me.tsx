import { PageMeForm } from '~/components/profile/page-me-form';
import { PageTestView } from '~/components/profile/page-test-view';
import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
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
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';
import { pageTestInput } from '../../domain/message/page-test';
import { MINUTE } from '../../domain/shared/time';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { pageTest } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  // The link in a test message: whoever it went to has opened it.
  const [id, position] = (searchParams.get('got') ?? '').split('.');
  if (id && position) {
    const opened = await pageTest.open({ id, position: Number(position) });
    throw redirect(opened.ok ? '/profile/page-me?done=got' : '/profile/page-me');
  }
  return {
    test: unwrap(await pageTest.last(), { context, request }),
    now: context.now,
    isGot: searchParams.get('done') === 'got',
    hasOutbox: context.isLocal && viewer.permissions.includes('outbox.read'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const { pageTest } = operationsOf(context);
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  const done =
    verb === 'stop'
      ? await pageTest.stop({ id: textOf(form, 'id') })
      : await parsed(pageTestInput, { urgency: textOf(form, 'urgency') }, pageTest.start);
  return done.ok ? redirect('/profile/page-me') : refusal(done.error, verb, form, { context, request });
}

export const meta = () => pageTitle('Page me now');

export default function ProfilePageMe() {
  const { test, now, isGot, hasOutbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isRunning = test !== null && now - test.startedAt < 15 * MINUTE;
  useFreshData(isRunning ? 2 : 60);
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>
        {isGot && !refused ? (
          <Notice glyph="check">
            <p>It reached you. What had not gone out yet was stopped.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="Page me now">
        <p className={styles.lead}>
          Sends a page that says it is a test by your own rules, each method at its time. No incident is opened and
          nobody else is paged. Open its link to say that it arrived.
        </p>
        <PageMeForm />
      </Section>
      <Section title="Your last test">
        {test ? <PageTestView test={test} /> : <EmptyState>You have not tried it yet.</EmptyState>}
        {hasOutbox && test ? (
          <p className={styles.lead}>
            Without a provider, messages are in the <Link to="/outbox">outbox</Link>.
          </p>
        ) : null}
      </Section>
    </div>
  );
}

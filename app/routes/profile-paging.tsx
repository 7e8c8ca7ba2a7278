import { AddMethod } from '~/components/contact-method/add-method';
import { MethodList } from '~/components/contact-method/method-list';
import { loadReach } from '~/components/profile/load-reach.server';
import { PageMeNow } from '~/components/profile/page-me-form';
import { runPagingCommand } from '~/components/profile/paging-command.server';
import { PagingNotice } from '~/components/profile/paging-notice';
import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { RuleSection } from '~/components/profile/rule-section';
import { ReachWarnings } from '~/components/profile/warnings';
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
import { NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const operations = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const message = searchParams.get('message');
  const [reach, test] = await Promise.all([
    loadReach(operations, { ...viewer, status: 'ACTIVE' }),
    message ? operations.message.get({ id: message }) : null,
  ]);
  return {
    ...unwrap(reach, { context, request }),
    done: searchParams.get('done'),
    about: searchParams.get('id'),
    test: test?.ok ? test.value.state : null,
    hasOutbox: context.isLocal && viewer.permissions.includes('outbox.read'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  const answer = await runPagingCommand(operationsOf(context), { ...viewer, status: 'ACTIVE' }, form, loadReach);
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  const { id, message } = answer.value;
  const params = new URLSearchParams({ done: verb, ...(id ? { id } : {}), ...(message ? { message } : {}) });
  return redirect(`/profile/paging?${params}`);
}

export const meta = () => pageTitle('How you are paged');

const SENT_A_CODE = ['add-method', 'send-code'];

export default function ProfilePaging() {
  const { methods, channels, urgencies, warnings, done, about, test, hasOutbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const method = methods.find(({ id }) => id === about);
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>
        {refused ? null : <PagingNotice done={done} method={method} test={test} hasOutbox={hasOutbox} />}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <ReachWarnings warnings={warnings} name={null} />
      <Section title="Contact methods">
        <MethodList
          methods={methods}
          channels={channels}
          refusal={refusalOf(refused, 'verify')}
          codeSentTo={done !== null && SENT_A_CODE.includes(done) ? about : null}
        />
        <AddMethod key={methods.length} channels={channels} refusal={refusalOf(refused, 'add-method')} />
      </Section>
      <Section title="Try it" aside={<Link to="/profile/page-me">Your last test</Link>}>
        <div className={styles.try}>
          <p>Runs your rules for High as a real page would, and shows how far each message comes.</p>
          <PageMeNow />
        </div>
      </Section>
      <Section title="Rules, by urgency">
        <p className={styles.lead}>
          Each rule counts from the moment you are paged, and stops when somebody acknowledges. High urgency pages you
          at any hour.
        </p>
        {urgencies.map((reach) => (
          <RuleSection
            key={reach.urgency}
            reach={reach}
            methods={methods}
            refusal={refused?.values.urgency === reach.urgency ? refusalOf(refused, 'add-rule') : undefined}
          />
        ))}
      </Section>
    </div>
  );
}

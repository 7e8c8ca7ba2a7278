import { loadReach } from '~/components/profile/load-reach.server';
import { localeChoices } from '~/components/profile/locales';
import styles from '~/components/profile/profile.module.css';
import { ProfileForm } from '~/components/profile/profile-form';
import { ProfileHeader } from '~/components/profile/profile-header';
import { SlackSection } from '~/components/profile/slack-section';
import { ReachWarnings } from '~/components/profile/warnings';
import { changeFrom } from '~/components/user/user-command.server';
import { ROLE_SAYS, ROLE_WORDS, USER_FIELDS, userPath, userSaved } from '~/components/user/words';
import { zoneGroups } from '~/components/user/zones';
import { changedFields } from '~/lib/changed';
import { useClock } from '~/lib/clock';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
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
import { DefinitionList } from '~/ui/definition-list';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { Section } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { id, name, email, role, timezone, locale } = viewer;
  const operations = operationsOf(context);
  const where = { context, request };
  const [reach, slack] = await Promise.all([
    loadReach(operations, { ...viewer, status: 'ACTIVE' }),
    operations.slack.account(),
  ]);
  const { searchParams } = new URL(request.url);
  return {
    you: { id, name, email, role, timezone, locale },
    zones: zoneGroups(timezone),
    locales: localeChoices(locale),
    warnings: unwrap(reach, where).warnings,
    slack: unwrap(slack, where),
    done: searchParams.get('done'),
    changed: searchParams.get('done') === 'save' ? (searchParams.get('changed') ?? '') : null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { id } = requireViewer(context, request);
  const where = { context, request };
  const form = await request.formData();
  if (textOf(form, 'verb') === 'find-slack') return findInSlack(form, where);
  const { user } = operationsOf(context);
  const before = unwrap(await user.get({ id }), where);
  const answer = await changeFrom(form, ['name', 'timezone', 'locale'], (input) => user.update({ id, ...input }));
  if (!answer.ok) return refusal(answer.error, 'profile', form, where);
  return redirect(`/profile?done=save&changed=${changedFields(before, answer.value, USER_FIELDS)}`);
}

/** On to where the code is typed. */
async function findInSlack(form: FormData, where: Pick<ActionFunctionArgs, 'context' | 'request'>) {
  const answer = await operationsOf(where.context).slack.findMe();
  if (answer.ok) {
    const { id, verified } = answer.value;
    return redirect(verified ? '/profile?done=slack' : `/profile/paging?done=send-code&id=${encodeURIComponent(id)}`);
  }
  // Nobody with this address is an answer for the form, not a page that is missing.
  const error = answer.error.code === 'not-found' ? { ...answer.error, code: 'conflict' as const } : answer.error;
  return refusal(error, 'find-slack', form, where);
}

export const meta = () => pageTitle('Your profile');

export default function Profile() {
  const { you, zones, locales, warnings, changed, slack, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale } = useClock();
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>
        {changed === null || refused ? null : (
          <Notice glyph="check" key={changed}>
            <p>{userSaved(changed, locale)}</p>
          </Notice>
        )}
        {done === 'slack' && !refused ? (
          <Notice glyph="check" key="slack">
            <p>Your Slack account is connected. Buttons and /opsknight act in your name from now on.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused?.form === 'find-slack' ? <RefusalNotice refusal={refused} /> : null}
      {refused?.form === 'profile' ? <ErrorSummary refusal={refused} /> : null}
      <ReachWarnings warnings={warnings} name={null} aside={<Link to="/profile/paging">See how you are paged</Link>} />
      <Section title="Name and clock">
        <ProfileForm
          you={you}
          zones={zones}
          locales={locales}
          refusal={refused?.form === 'profile' ? refused : undefined}
        />
      </Section>
      <SlackSection account={slack} />
      <Section title="Set by an administrator">
        <DefinitionList
          facts={[
            ['E-mail', you.email],
            ['Role', `${ROLE_WORDS[you.role]}: ${ROLE_SAYS[you.role]}`],
            [
              'Seen by others',
              <Link key="page" to={userPath(you)}>
                Your page
              </Link>,
            ],
          ]}
        />
      </Section>
    </div>
  );
}

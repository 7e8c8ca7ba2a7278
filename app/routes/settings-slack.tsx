import styles from '~/components/settings/settings.module.css';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { SlackApp } from '~/components/settings/slack-app';
import { SlackConnection } from '~/components/settings/slack-connection';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { Section } from '~/ui/page';
import { failure } from '../../domain/shared/errors';

const WHO_MAY = 'Settings are for administrators. Ask one to connect Slack.';

const NEWS: Record<string, string> = {
  connect: 'Connected. Pages can go out by Slack, and services can name a channel.',
  disconnect: 'Disconnected. The token is deleted here, and Slack was asked to end it.',
  recheck: 'Slack takes the token. Pages and posts go out.',
};

/** Why an installation came to nothing. Only known words: the address could be anybody's. */
const PROBLEMS: Record<string, string> = {
  denied: 'Nothing was connected: the permissions were refused in Slack.',
  state: 'Nothing was connected: the installation was not begun here, or took too long. Begin it again.',
  refused: 'Nothing was connected: Slack refused the code. Check the client secret, and begin again.',
  unavailable: 'Nothing was connected: Slack did not answer. Try again soon.',
};

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { searchParams } = new URL(request.url);
  return {
    status: unwrap(await operationsOf(context).slack.status(), { context, request }),
    isLocal: context.isLocal,
    done: searchParams.get('done'),
    problem: searchParams.get('problem'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const where = { context, request };
  if (textOf(form, 'verb') !== 'recheck')
    return refusal(failure('invalid', 'This button is not known.'), 'slack', form, where);
  const answer = await operationsOf(context).slack.recheck();
  return answer.ok ? redirect('/settings/slack?done=recheck') : refusal(answer.error, 'recheck', form, where);
}

export const meta = () => pageTitle('Slack');

export default function SettingsSlack() {
  const { status, isLocal, done, problem } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const news = done ? NEWS[done] : undefined;
  const trouble = problem ? PROBLEMS[problem] : undefined;
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <div className={styles.news}>
        <NoticeRegion>
          {news && !refused ? (
            <Notice key={done} glyph="check">
              <p>{news}</p>
            </Notice>
          ) : null}
          {trouble && !refused ? (
            <Notice key={problem} glyph="warning" tone="failed">
              <p>{trouble}</p>
            </Notice>
          ) : null}
        </NoticeRegion>
        {refused ? <RefusalNotice refusal={refused} /> : null}
      </div>
      <Section title="Workspace">
        <SlackConnection status={status} isLocal={isLocal} />
      </Section>
      <Section title="The app in Slack">
        <SlackApp status={status} />
      </Section>
    </div>
  );
}

import type { SlackStatus } from '~/lib/integrations';
import { CopyField } from '~/ui/copy-field';
import styles from './settings.module.css';
import slackStyles from './slack.module.css';

/** How the app comes into being: from a manifest with this installation's own addresses. */
export function SlackApp({ status: { manifest } }: { status: SlackStatus }) {
  const create = `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(JSON.parse(manifest)))}`;
  return (
    <>
      <ol className={slackStyles.steps}>
        <li>
          <a href={create} rel="noreferrer">
            Create the app in Slack
          </a>{' '}
          from this manifest, or <a href="/settings/slack/manifest">download it</a>. It holds the addresses of this
          installation, so Slack has to be able to reach them.
        </li>
        <li>
          From the app’s page “Basic Information” set <code>SLACK_CLIENT_ID</code>, <code>SLACK_CLIENT_SECRET</code> and{' '}
          <code>SLACK_SIGNING_SECRET</code> here, and start again.
        </li>
        <li>Connect the workspace, name a channel in a service, and invite the bot where a channel is private.</li>
      </ol>
      <p className={styles.muted}>
        The bot asks for no more than writing, joining public channels and finding people by e-mail.
      </p>
      <CopyField label="Manifest" text={manifest} block />
    </>
  );
}

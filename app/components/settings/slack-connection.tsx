import type { SlackStatus } from '~/lib/integrations';
import { Form, Link } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Glyph } from '~/ui/glyph';
import { Time } from '~/ui/time';
import styles from './settings.module.css';
import slackStyles from './slack.module.css';

/** Which workspace is connected, whether Slack still takes the token, and what can be done about it. */
export function SlackConnection({ status, isLocal }: { status: SlackStatus; isLocal: boolean }) {
  const { source, workspace, trouble, canConnect, canAnswer } = status;
  return (
    <>
      {trouble ? (
        <p className={styles.warning}>
          <Glyph name="warning" />
          <span>
            {trouble.words} Nothing has been sent to Slack since <Time at={trouble.at} />. Connect again, or try again
            once it is mended.
          </span>
        </p>
      ) : null}
      <Where source={source} workspace={workspace} canConnect={canConnect} isLocal={isLocal} />
      {source !== 'none' && !canAnswer ? (
        <p className={styles.warning}>
          <Glyph name="warning" />
          <span>
            <code>SLACK_SIGNING_SECRET</code> is not set: messages go out, but buttons and /opsknight are refused.
          </span>
        </p>
      ) : null}
      <div className={slackStyles.actions}>
        {canConnect ? (
          <LinkButton
            to="/settings/slack/connect"
            reloadDocument
            look={source === 'none' || trouble ? 'primary' : 'plain'}
          >
            {workspace ? 'Connect again' : 'Connect a workspace'}
          </LinkButton>
        ) : null}
        {source === 'none' ? null : (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="verb" value="recheck" />
            <Button>{trouble ? 'Try again' : 'Check the connection'}</Button>
          </Form>
        )}
        {workspace ? (
          <LinkButton to="/settings/slack/disconnect" look="quiet">
            Disconnect
          </LinkButton>
        ) : null}
      </div>
    </>
  );
}

type WhereProps = Pick<SlackStatus, 'source' | 'workspace' | 'canConnect'> & { isLocal: boolean };

function Where({ source, workspace, canConnect, isLocal }: WhereProps) {
  if (source === 'environment') {
    return (
      <p className={styles.text}>
        The bot token comes from <code>SLACK_BOT_TOKEN</code>
        {workspace ? `, and goes before the one of ${workspace.name}` : ''}.
      </p>
    );
  }
  if (workspace) {
    return (
      <DefinitionList
        facts={[
          ['Workspace', `${workspace.name} (${workspace.teamId})`],
          [
            'Connected',
            <span key="when">
              <Time at={workspace.connectedAt} /> by {workspace.connectedBy}
            </span>,
          ],
          ['Permissions', workspace.scope.replaceAll(',', ', ')],
        ]}
      />
    );
  }
  return (
    <p className={styles.text}>
      No workspace is connected.{' '}
      {canConnect ? null : (
        <>
          Make the app below, then set <code>SLACK_CLIENT_ID</code> and <code>SLACK_CLIENT_SECRET</code> to connect one
          by a button, or <code>SLACK_BOT_TOKEN</code> alone.{' '}
        </>
      )}
      {isLocal ? (
        <>
          Until then messages to Slack are kept in the <Link to="/outbox">outbox</Link>.
        </>
      ) : null}
    </p>
  );
}

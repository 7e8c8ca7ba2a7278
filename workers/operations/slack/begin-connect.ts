import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { BOT_SCOPES, slackUrls } from '../../../domain/slack/manifest';
import { makeOAuthState } from '../../access/slack-state';
import type { Context } from '../../context';

export const noClient = failure(
  'conflict',
  'Set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET first; both stand on the app’s page in Slack.',
);

/** The page of Slack on which an administrator allows the bot. Failures: forbidden, conflict (no client is set). */
export async function beginSlackConnect({ actor, config, now }: Context): Promise<Result<{ url: string }>> {
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  const { client, apiUrl } = config.slack;
  if (!client) return err(noClient);
  if (actor.kind !== 'user') return err(failure('forbidden', 'Only a person can connect a workspace.'));
  const url = new URL('/oauth/v2/authorize', apiUrl);
  url.search = new URLSearchParams({
    client_id: client.id,
    scope: BOT_SCOPES.join(','),
    redirect_uri: slackUrls(config.appUrl).redirect,
    state: await makeOAuthState(config, actor.id, now),
  }).toString();
  return ok({ url: url.href });
}

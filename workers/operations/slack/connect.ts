import { deleteSlackTrouble, putSlackWorkspace, slackOf } from '../../../db/repositories/slack';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { slackUrls } from '../../../domain/slack/manifest';
import type { SlackWorkspace } from '../../../domain/slack/workspace';
import { isOAuthState } from '../../access/slack-state';
import { sealSlackToken } from '../../access/slack-token';
import type { Context } from '../../context';
import { exchangeSlackCode } from '../../slack-api';
import { saveChange } from '../config/save';
import { noClient } from './begin-connect';

/**
 * Ends an installation: checks that this person began it, gets the bot's token and keeps it sealed. Another workspace takes
 * the place of the one before. Failures: forbidden, conflict (state, code, no client), unavailable.
 */
export async function connectSlack(
  context: Context,
  { code, state }: { code: string; state: string },
): Promise<Result<{ name: string }>> {
  const { actor, config, db, now } = context;
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  const { client, apiUrl } = config.slack;
  if (!client) return err(noClient);
  if (actor.kind !== 'user' || !(await isOAuthState(config, state, actor.id, now)))
    return err(failure('conflict', 'This installation was not begun here, or took too long. Begin it again.'));
  const installed = await exchangeSlackCode({ apiUrl, client }, code, slackUrls(config.appUrl).redirect);
  if (!installed.ok) return installed;
  const { access_token: token, scope, team } = installed.value;
  const before = (await slackOf(db)).workspace;
  const workspace: SlackWorkspace = {
    teamId: team.id,
    name: team.name || team.id,
    scope,
    token: await sealSlackToken(config, team.id, token),
    connectedAt: now,
    connectedBy: actor.name,
  };
  await saveChange(context, {
    action: 'slack.connect',
    targetKind: 'slack',
    targetId: team.id,
    before: before && { name: before.name, teamId: before.teamId, scope: before.scope },
    after: { name: workspace.name, teamId: team.id, scope },
    statements: [putSlackWorkspace(db, workspace, now), deleteSlackTrouble(db)],
    touches: 'all',
  });
  return ok({ name: workspace.name });
}

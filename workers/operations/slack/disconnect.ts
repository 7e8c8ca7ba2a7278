import { deleteSlackTrouble, deleteSlackWorkspace, slackOf } from '../../../db/repositories/slack';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import { openSlackToken } from '../../access/slack-token';
import type { Context } from '../../context';
import { revokeSlackToken } from '../../slack-api';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';

/**
 * Forgets the connected workspace and its token, and asks Slack to end the token; what Slack says to that changes nothing
 * here. Linked accounts stay. Failures: forbidden, not-found.
 */
export async function disconnectSlack(context: Context): Promise<Result<null>> {
  const { actor, config, db, waitUntil } = context;
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  const { workspace } = await slackOf(db);
  if (!workspace) return err(notFound('connected workspace'));
  await saveChange(context, {
    action: 'slack.disconnect',
    targetKind: 'slack',
    targetId: workspace.teamId,
    before: { name: workspace.name, teamId: workspace.teamId, scope: workspace.scope },
    statements: [deleteSlackWorkspace(db), deleteSlackTrouble(db)],
    touches: 'all',
  });
  const botToken = await openSlackToken(config, workspace);
  if (botToken !== null) waitUntil(revokeSlackToken({ botToken, apiUrl: config.slack.apiUrl }));
  return ok(null);
}

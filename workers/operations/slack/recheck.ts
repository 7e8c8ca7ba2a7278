import { deleteSlackTrouble, slackOf } from '../../../db/repositories/slack';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { connectedConfig } from '../../slack';
import { testSlackToken } from '../../slack-api';
import { saveChange } from '../config/save';

/**
 * Asks Slack whether it takes the token (again). If so, whatever was wrong is over and sending goes on. Failures:
 * forbidden, conflict (no token; Slack's own reason), unavailable.
 */
export async function recheckSlack(context: Context): Promise<Result<{ team: string }>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  const { botToken, apiUrl } = (await connectedConfig(context, 'slack')).slack;
  if (botToken === null) return err(failure('conflict', 'No workspace is connected.'));
  const tested = await testSlackToken({ botToken, apiUrl });
  if (!tested.ok) return tested;
  const { workspace, trouble } = await slackOf(db);
  if (trouble !== null) {
    await saveChange(context, {
      action: 'slack.recheck',
      targetKind: 'slack',
      targetId: workspace?.teamId ?? 'environment',
      before: { code: trouble.code },
      after: { code: null },
      statements: [deleteSlackTrouble(db)],
      touches: 'all',
    });
  }
  return ok({ team: tested.value.team || tested.value.team_id });
}

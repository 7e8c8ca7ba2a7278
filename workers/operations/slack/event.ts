import { slackOf } from '../../../db/repositories/slack';
import type { SlackEvent } from '../../../domain/slack/inbound';
import type { Context } from '../../context';
import { noteSlackTrouble } from './trouble';

/** Slack tells that the app was removed or its token ended: nothing is sent any more, and an administrator can see why. */
export async function takeEvent(
  context: Context,
  { team_id: teamId, event }: Extract<SlackEvent, { type: 'event_callback' }>,
): Promise<void> {
  const isEnd =
    event.type === 'app_uninstalled' || (event.type === 'tokens_revoked' && (event.tokens?.bot ?? []).length > 0);
  if (!isEnd) return;
  const { workspace } = await slackOf(context.db);
  if (workspace ? workspace.teamId !== teamId : context.config.slack.botToken === null) return;
  await noteSlackTrouble(context, event.type === 'app_uninstalled' ? 'app_uninstalled' : 'token_revoked');
}

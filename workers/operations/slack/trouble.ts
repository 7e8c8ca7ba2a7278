import { putSlackTrouble, slackOf } from '../../../db/repositories/slack';
import type { Context } from '../../context';
import { saveChange } from '../config/save';

/**
 * Notes that Slack does not take our token any more: from now on no page uses Slack and nothing is posted, until an
 * administrator connects again or tries again. Told once, in the settings and the audit log.
 */
export async function noteSlackTrouble(context: Context, code: string): Promise<void> {
  const { db, now } = context;
  const { workspace, trouble } = await slackOf(db);
  if (trouble !== null) return;
  await saveChange(context, {
    action: 'slack.trouble',
    targetKind: 'slack',
    targetId: workspace?.teamId ?? 'environment',
    after: { name: workspace?.name ?? null, code },
    statements: [putSlackTrouble(db, { code, at: now }, now)],
    touches: 'all',
  });
}

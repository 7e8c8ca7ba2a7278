import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { putRetention, retentionOf } from '../../../db/repositories/retention';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateRetentionInput } from '../../../domain/organisation/retention';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { getRetention, type RetentionView } from './get';

/** Sets for how long resolved incidents keep their details; the sweep takes what is over. Failures: forbidden. */
export async function updateRetention(context: Context, input: UpdateRetentionInput): Promise<Result<RetentionView>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = await retentionOf(db);
  if (before.incidentDays !== input.incidentDays)
    await runBatch(db, [
      putRetention(db, input, now),
      recordAudit(context, {
        action: 'settings.retention',
        targetKind: 'settings',
        targetId: 'retention',
        before,
        after: input,
      }),
    ]);
  return getRetention(context);
}

import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { putRetention, retentionOf } from '../../../db/repositories/retention';
import { refuse } from '../../../domain/access/permissions';
import { RETENTION_RULES, type UpdateRetentionInput } from '../../../domain/organisation/retention';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { getRetention, type RetentionView } from './get';

/** Sets for how long records of some kinds are kept; the sweep takes what is over. Failures: forbidden. */
export async function updateRetention(context: Context, input: UpdateRetentionInput): Promise<Result<RetentionView>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = await retentionOf(db);
  const after = { ...before, ...input };
  if (RETENTION_RULES.some(({ field }) => before[field] !== after[field]))
    await runBatch(db, [
      putRetention(db, after, now),
      recordAudit(context, {
        action: 'settings.retention',
        targetKind: 'settings',
        targetId: 'retention',
        before,
        after,
      }),
    ]);
  return getRetention(context);
}

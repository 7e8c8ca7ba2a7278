import { countOver } from '../../../db/repositories/expiry';
import { retentionOf } from '../../../db/repositories/retention';
import { refuse } from '../../../domain/access/permissions';
import {
  RETENTION_RULES,
  type Retention,
  type RetentionField,
  type RetentionPreviewInput,
  removedBefore,
} from '../../../domain/organisation/retention';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** How many records of each kind are older than they are (or would be) kept. */
export type RetentionCounts = Partial<Record<RetentionField, number>>;

/** `waiting`: what is due to go and has not gone yet. */
export type RetentionView = Retention & { waiting: RetentionCounts };

async function countsOf({ db, now }: Context, days: Partial<Record<RetentionField, number | null>>) {
  const counts: RetentionCounts = {};
  for (const { field } of RETENTION_RULES) {
    const before = removedBefore(field, days[field] ?? null, now);
    if (before !== null) counts[field] = await countOver(db, field, before);
  }
  return counts;
}

/** How long records are kept. Failures: forbidden. */
export async function getRetention(context: Context): Promise<Result<RetentionView>> {
  const refused = refuse(context.actor, 'config.read');
  if (refused) return err(refused);
  const retention = await retentionOf(context.db);
  return ok({ ...retention, waiting: await countsOf(context, retention) });
}

/** How many records would go if they were kept for so many days, of each kind that is named; changes nothing. Failures: forbidden. */
export async function previewRetention(
  context: Context,
  days: RetentionPreviewInput,
): Promise<Result<{ going: RetentionCounts }>> {
  const refused = refuse(context.actor, 'config.write');
  if (refused) return err(refused);
  return ok({ going: await countsOf(context, days) });
}

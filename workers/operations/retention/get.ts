import { countWithDetails, retentionOf } from '../../../db/repositories/retention';
import { refuse } from '../../../domain/access/permissions';
import { type Retention, type RetentionPreviewInput, removedBefore } from '../../../domain/organisation/retention';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** `waiting`: incidents whose details are due to go and have not gone yet. */
export type RetentionView = Retention & { waiting: number };

/** How long incidents keep their details. Failures: forbidden. */
export async function getRetention({ actor, db, now }: Context): Promise<Result<RetentionView>> {
  const refused = refuse(actor, 'config.read');
  if (refused) return err(refused);
  const retention = await retentionOf(db);
  const before = removedBefore(retention, now);
  return ok({ ...retention, waiting: before === null ? 0 : await countWithDetails(db, before) });
}

/** How many incidents would lose their details if they were kept for so many days; changes nothing. Failures: forbidden. */
export async function previewRetention(
  { actor, db, now }: Context,
  { incidentDays }: RetentionPreviewInput,
): Promise<Result<{ incidentDays: number; incidents: number }>> {
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = removedBefore({ incidentDays }, now);
  return ok({ incidentDays, incidents: before === null ? 0 : await countWithDetails(db, before) });
}

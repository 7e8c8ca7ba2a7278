import { findStatusPage } from '../../../db/repositories/status-pages';
import { countSubscribers as countRows } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** How many would be told of something about these components; none: about everything. Failures: forbidden, not-found. */
export async function countSubscribers(
  { actor, db }: Context,
  { id, componentIds }: { id: string; componentIds: string[] },
): Promise<Result<{ count: number }>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findStatusPage(db, id))) return err(notFound('status page'));
  return ok({ count: await countRows(db, id, componentIds) });
}

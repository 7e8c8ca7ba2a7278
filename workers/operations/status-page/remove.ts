import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deleteStatusPage, findStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { addressesOf, addressName } from '../../../domain/status-page/page';
import type { Context } from '../../context';
import { statusPagePort } from '../../durable/stubs';
import { notFound } from '../config/failures';
import { removeExport } from './export';
import { forget } from './memory';
import { auditOf } from './view';

/** Deletes a page with its components, reports and subscribers; its addresses answer 404. Failures: forbidden, not-found. */
export async function removeStatusPage(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db, env } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findStatusPage(db, id);
  if (!before) return err(notFound('status page'));
  const entry = { action: 'status-page.remove', targetKind: 'status-page', targetId: id, before: auditOf(before) };
  await runBatch(db, [deleteStatusPage(db, id), recordAudit(context, entry)]);
  await Promise.all(
    addressesOf(before).map(async (address) => {
      await statusPagePort(env, addressName(address)).clear();
      forget(addressName(address));
    }),
  );
  await removeExport(context, before.slug);
  return ok(null);
}

import { findStatusPage } from '../../../db/repositories/status-pages';
import { listSubscribers as listRows } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { SubscriberFilter } from '../../../domain/status-page/subscriber-input';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';
import { type SubscriberView, viewOf } from './view';

/** A page of a status page's subscribers that meet the filters, the latest first. Failures: forbidden, not-found, invalid (cursor). */
export async function listSubscribers(
  { actor, db }: Context,
  { id, ...page }: PageRequest & SubscriberFilter & { id: string },
): Promise<Result<Page<SubscriberView>>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  if (!(await findStatusPage(db, id))) return err(notFound('status page'));
  const found = pageResult(await listRows(db, id, page));
  return found.ok ? ok({ ...found.value, data: found.value.data.map(viewOf) }) : found;
}

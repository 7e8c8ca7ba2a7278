import { listHeartbeats as listRows } from '../../../db/repositories/heartbeats';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { NameSearch } from '../../../domain/shared/search';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { type HeartbeatView, viewOf } from './view';

/** A page of heartbeats, of one service or of all, by name. Failures: forbidden, invalid (cursor). */
export async function listHeartbeats(
  { actor, db, env }: Context,
  { serviceId, ...page }: PageRequest & NameSearch & { serviceId?: string },
): Promise<Result<Page<HeartbeatView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = pageResult(await listRows(db, page, serviceId));
  if (!found.ok) return found;
  return ok({ ...found.value, data: await Promise.all(found.value.data.map((one) => viewOf(env, one))) });
}

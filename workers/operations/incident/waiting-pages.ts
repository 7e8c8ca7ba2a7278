import { waitingPagesOf } from '../../../db/repositories/last-page';
import { can } from '../../../domain/access/permissions';
import type { WaitingPage } from '../../../domain/incident/view';
import { ok, type Result } from '../../../domain/shared/result';
import { DAY } from '../../../domain/shared/time';
import type { Context } from '../../context';

const SINCE = DAY;
const MOST = 20;

/** What the caller was paged for within a day and nobody has acknowledged, the latest first; at most 20, never fails. */
export async function waitingPages({ actor, db, now }: Context): Promise<Result<WaitingPage[]>> {
  if (actor.kind !== 'user' || !can(actor, 'incident.read')) return ok([]);
  return ok(await waitingPagesOf(db, actor.id, now - SINCE, MOST));
}

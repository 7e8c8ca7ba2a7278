import {
  coversAskedBy,
  coversOfferedTo,
  findCoverRequest,
  listCoverRequests as listRows,
} from '../../../db/repositories/cover-requests';
import { findSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';
import { type CoverView, coverView, coverViews } from './view';

/** One request. Failures: forbidden, not-found. */
export async function getCover(context: Context, { id }: IdInput): Promise<Result<CoverView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findCoverRequest(context.db, id);
  return found ? ok(await coverView(context, found)) : err(notFound('cover request'));
}

/** A page of a schedule's requests, past ones too, by id. Failures: forbidden, not-found, invalid (cursor). */
export async function listCovers(
  context: Context,
  { id, ...page }: PageRequest & IdInput,
): Promise<Result<Page<CoverView>>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findSchedule(db, id, now))) return err(notFound('schedule'));
  const found = pageResult(await listRows(db, id, page));
  return found.ok ? ok({ ...found.value, data: await coverViews(context, found.value.data) }) : found;
}

/** What waits for an answer of the actor, and what the actor asked for and is not over; at most 100 of each. */
export type MyCovers = { offered: CoverView[]; asked: CoverView[] };

/** Empty for whoever is no person. Failure: forbidden. */
export async function myCovers(context: Context): Promise<Result<MyCovers>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (actor.kind !== 'user') return ok({ offered: [], asked: [] });
  const [offered, asked] = await Promise.all([coversOfferedTo(db, actor.id, now), coversAskedBy(db, actor.id, now)]);
  const views = await coverViews(context, [...offered, ...asked]);
  return ok({ offered: views.slice(0, offered.length), asked: views.slice(offered.length) });
}

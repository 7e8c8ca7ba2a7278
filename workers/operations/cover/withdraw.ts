import { findCoverRequest } from '../../../db/repositories/cover-requests';
import { can, refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { isSelf } from '../config/own';
import { changeCover } from './change';
import { type CoverView, coverView } from './view';

/** Ends one's own request, or with "config.write" anybody's. Failures: forbidden, not-found, conflict (it has ended). */
export async function withdrawCover(context: Context, { id }: IdInput): Promise<Result<CoverView>> {
  const { actor, db } = context;
  const refusal = can(actor, 'config.write') ? null : refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const before = await findCoverRequest(db, id);
  if (!before) return err(notFound('cover request'));
  const notOwn = isSelf(actor, before.userId) ? null : refuse(actor, 'config.write');
  if (notOwn) return err(notOwn);
  const changed = await changeCover(context, id, { kind: 'withdraw' });
  return changed.ok ? ok(await coverView(context, changed.value)) : changed;
}

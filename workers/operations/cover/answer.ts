import { findCoverRequest } from '../../../db/repositories/cover-requests';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { changeCover } from './change';
import { type CoverView, coverView } from './view';

/**
 * Takes a shift that was offered to one, or accepts an exchange: the overrides are made in the same write, so of two who
 * take it at once one gets it. Taking it again changes nothing. Failures: forbidden, not-found, conflict (somebody was faster, it has ended).
 */
export const takeCover = (context: Context, { id }: IdInput): Promise<Result<CoverView>> =>
  answer(context, id, (by) => ({
    kind: 'take',
    by,
    overrideId: newId('scheduleOverride', context.random),
    returnOverrideId: newId('scheduleOverride', context.random),
  }));

/** Says that one cannot take it. With the last of those it was offered to, the request ends. Failures: as of taking. */
export const declineCover = (context: Context, { id }: IdInput): Promise<Result<CoverView>> =>
  answer(context, id, (by) => ({ kind: 'decline', by }));

async function answer(
  context: Context,
  id: string,
  act: (by: string) => Parameters<typeof changeCover>[2],
): Promise<Result<CoverView>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  if (actor.kind !== 'user') {
    const found = await findCoverRequest(db, id);
    return err(
      found ? failure('conflict', 'Only a person can be on call; sign in as one.') : notFound('cover request'),
    );
  }
  const changed = await changeCover(context, id, act(actor.id));
  return changed.ok ? ok(await coverView(context, changed.value)) : changed;
}

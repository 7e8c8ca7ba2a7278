import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findCoverRequest, isStaleCover, replaceCoverRequest } from '../../../db/repositories/cover-requests';
import {
  COVER_REFUSALS,
  type CoverAct,
  type CoverRefusal,
  type CoverRequest,
  decideCover,
} from '../../../domain/cover/request';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import { tellOutcome } from './news';
import { coverOverrides } from './override';

/** More people than this do not answer the same request in the same moment. */
const TRIES = 5;

const ACTIONS: Record<CoverAct['kind'], string> = {
  take: 'schedule.cover-taken',
  decline: 'schedule.cover-declined',
  withdraw: 'schedule.cover-withdrawn',
  expire: 'schedule.cover-expired',
  remind: 'schedule.cover-reminded',
};

/**
 * The one way in which a request changes: read, decide, and store state, offers, override and messages in one write
 * that comes to nothing if somebody else was faster; then it is decided anew by what they made of it.
 * Failures: not-found, forbidden, conflict.
 */
export async function changeCover(context: Context, id: string, act: CoverAct): Promise<Result<CoverRequest>> {
  for (let tried = 1; ; tried += 1) {
    const before = await findCoverRequest(context.db, id);
    if (!before) return err(notFound('cover request'));
    if (act.kind === 'take' && before.takenBy === act.by) return ok(before);
    const outcome = decideCover(before, act, context.now);
    if ('refused' in outcome) return err(refusalOf(outcome.refused));
    const after = outcome.request;
    const news = await tellOutcome(context, after, outcome.news);
    const made = act.kind === 'take' ? await coverOverrides(context, after) : null;
    if (made && !made.ok) return made;
    const { db } = context;
    const statements = [...replaceCoverRequest(db, before, after), ...(made ? made.value : []), ...news.statements];
    const entry = {
      action: ACTIONS[act.kind],
      targetKind: 'schedule',
      targetId: after.scheduleId,
      before: { ...before },
      after: { ...after },
    };
    try {
      if (made) {
        await saveChange(context, { ...entry, statements, touches: { kind: 'SCHEDULE', id: after.scheduleId } });
      } else await runBatch(db, [...statements, recordAudit(context, entry)]);
    } catch (error) {
      if (isStaleCover(error) && tried < TRIES) continue;
      throw error;
    }
    news.send();
    return ok(after);
  }
}

const refusalOf = (reason: CoverRefusal) =>
  failure(reason === 'not-offered' || reason === 'own' ? 'forbidden' : 'conflict', COVER_REFUSALS[reason], {
    detail: { reason },
  });

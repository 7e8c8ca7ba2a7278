import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { comingTimeOff, insertTimeOff, MOST_TIME_OFF, type TimeOff } from '../../../db/repositories/time-off';
import { findUser } from '../../../db/repositories/users';
import { actorRef } from '../../../domain/access/actor';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { TimeOffInput } from '../../../domain/time-off/input';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { type TimeOffView, timeOffView } from './view';

/**
 * Notes that somebody is away. No shift changes by it: `time-off/proposals` says which ones need somebody else.
 * Failures: forbidden, invalid (person, times), conflict (too many).
 */
export async function createTimeOff(
  context: Context,
  { userId: given, start, end, timezone }: TimeOffInput,
): Promise<Result<TimeOffView>> {
  const { actor, db, now, random } = context;
  const userId = given ?? (actor.kind === 'user' ? actor.id : '');
  const refusal = refuseUnlessOwn(actor, userId);
  if (refusal) return err(refusal);
  const person = await findUser(db, userId);
  if (!person) return err(invalidField('userId', 'There is no such person'));
  if (end <= now) return err(invalidField('end', 'Must lie in the future'));
  if ((await comingTimeOff(db, userId, now)).length >= MOST_TIME_OFF) {
    return err(failure('conflict', `A person has ${MOST_TIME_OFF} times off to come at most.`));
  }
  const row: TimeOff = {
    id: newId('timeOff', random),
    userId,
    startAt: start,
    endAt: end,
    timezone: timezone ?? person.timezone,
    createdAt: now,
    createdBy: actorRef(actor).id ?? null,
  };
  // No configuration that paging knows: no plan is to be compiled anew.
  await runBatch(db, [
    ...insertTimeOff(db, [row]),
    recordAudit(context, { action: 'time-off.create', targetKind: 'time-off', targetId: row.id, after: row }),
  ]);
  return ok(timeOffView(row, person.name));
}

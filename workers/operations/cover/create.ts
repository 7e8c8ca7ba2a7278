import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { hasOpenCover, insertCoverRequest } from '../../../db/repositories/cover-requests';
import { refuse } from '../../../domain/access/permissions';
import type { CoverInput } from '../../../domain/cover/input';
import { type CoverRequest, decideCover, expiryOf, isOnCallFor, reminderOf } from '../../../domain/cover/request';
import { LONGEST_RANGE } from '../../../domain/schedule/range';
import { shifts } from '../../../domain/schedule/shifts';
import type { Span } from '../../../domain/schedule/span';
import { type Failure, failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { isSelf } from '../config/own';
import { saveChange } from '../config/save';
import { everybodyIn, findStaffed, type Staffed } from '../schedule/staffed';
import { askAll, tellOutcome } from './news';
import { coverOverrides } from './override';
import { type CoverView, coverView } from './view';

/**
 * Asks the others of a schedule, or some of them, to take a shift or a part of it, or one of them to exchange it for a
 * shift of theirs; with `agreed` it changes hands at once. One's own shift needs "incident.respond", that of others "config.write".
 * Failures: forbidden, not-found, invalid (times, people), conflict (asked already, nobody else there).
 */
export async function requestCover(
  context: Context,
  { id, userId: given, ...input }: CoverInput & IdInput,
): Promise<Result<CoverView>> {
  const { actor, now } = context;
  const userId = given ?? (actor.kind === 'user' ? actor.id : '');
  const refusal = refuse(actor, isSelf(actor, userId) ? 'incident.respond' : 'config.write');
  if (refusal) return err(refusal);
  const span = { start: Math.max(input.start, now), end: input.end };
  // From its start, as overrides far ahead are not read today.
  const inReturn = input.inReturn ? { ...input.inReturn, start: Math.max(input.inReturn.start, now) } : null;
  const found = await findStaffed(context, id, Math.min(span.start, inReturn?.start ?? span.start));
  if (!found) return err(notFound('schedule'));
  const unfit = refuseSpan(found, { userId, span, now, field: '' });
  if (unfit) return err(unfit);
  const offered = offeredTo(found, userId, input.offeredTo);
  if (!offered.ok) return offered;
  const [partner = ''] = offered.value;
  const unfair = inReturn && refuseSpan(found, { userId: partner, span: inReturn, now, field: 'inReturn/' });
  if (unfair) return err(unfair);
  const expiresAt = expiryOf(inReturn ? [span, inReturn] : [span], now);

  const request: CoverRequest = {
    id: newId('coverRequest', context.random),
    scheduleId: id,
    userId,
    startAt: span.start,
    endAt: span.end,
    state: 'OPEN',
    takenBy: null,
    overrideId: null,
    returnStartAt: inReturn?.start ?? null,
    returnEndAt: inReturn?.end ?? null,
    returnOverrideId: null,
    expiresAt,
    remindAt: reminderOf(expiresAt, now),
    version: 1,
    createdAt: now,
    closedAt: null,
    offers: offered.value.map((one) => ({ userId: one, state: 'OFFERED' })),
  };
  if (await hasOpenCover(context.db, request, now)) {
    return err(failure('conflict', 'Cover was asked for already in this time; withdraw that request first.'));
  }
  return input.agreed ? handOver(context, request) : ask(context, request);
}

async function ask(context: Context, request: CoverRequest): Promise<Result<CoverView>> {
  const news = await askAll(context, request);
  await runBatch(context.db, [
    ...insertCoverRequest(context.db, request),
    ...news.statements,
    recordAudit(context, {
      action: 'schedule.cover-requested',
      targetKind: 'schedule',
      targetId: request.scheduleId,
      after: { ...request },
    }),
  ]);
  news.send();
  return ok(await coverView(context, request));
}

/** A swap that both have agreed on: no offer is left open, and both are told as if it had been. */
async function handOver(context: Context, asked: CoverRequest): Promise<Result<CoverView>> {
  const overrideId = newId('scheduleOverride', context.random);
  const returnOverrideId = newId('scheduleOverride', context.random);
  const by = asked.offers[0]?.userId ?? '';
  const outcome = decideCover(asked, { kind: 'take', by, overrideId, returnOverrideId }, context.now);
  if ('refused' in outcome) throw new Error(`a new request was refused: ${outcome.refused}`);
  const { request } = outcome;
  const made = await coverOverrides(context, request);
  if (!made.ok) return made;
  const news = await tellOutcome(context, request, outcome.news);
  await saveChange(context, {
    action: 'schedule.cover-taken',
    targetKind: 'schedule',
    targetId: request.scheduleId,
    after: { ...request },
    statements: [...insertCoverRequest(context.db, request), ...made.value, ...news.statements],
    touches: { kind: 'SCHEDULE', id: request.scheduleId },
  });
  news.send();
  return ok(await coverView(context, request));
}

/** Null if the whole of a span that has not ended is one person's. `field`: where it stands in the input. */
function refuseSpan(
  { schedule, isActive }: Staffed,
  { userId, span, now, field }: { userId: string; span: Span; now: number; field: '' | 'inReturn/' },
): Failure | null {
  if (span.end <= now) return invalidField(`${field}end`, 'Must lie in the future');
  if (span.end - span.start > LONGEST_RANGE) return invalidField(`${field}end`, 'At most 400 days after the start');
  const own = shifts(schedule, span.start, span.end, isActive).filter(({ user }) => user === userId);
  if (isOnCallFor(span, own)) return null;
  return field === ''
    ? invalidField('start', 'Must lie in a shift, from the start to the end of the request')
    : invalidField('inReturn/start', 'Must lie in a shift of the person named, from its start to its end');
}

function offeredTo({ stored, isActive }: Staffed, userId: string, wanted: string[] | undefined): Result<string[]> {
  const others = everybodyIn(stored).filter((id) => id !== userId && isActive(id));
  if (others.length === 0) return err(failure('conflict', 'Nobody else is on this schedule who could take the shift.'));
  if (!wanted || wanted.length === 0) return ok(others);
  const unknown = wanted.findIndex((id) => !others.includes(id));
  if (unknown < 0) return ok([...new Set(wanted)]);
  return err(invalidField(`offeredTo/${unknown}`, 'Must be another active person of this schedule'));
}

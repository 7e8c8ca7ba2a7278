import { findHeartbeat, type Heartbeat, updateHeartbeat as updateRow } from '../../../db/repositories/heartbeats';
import { refuse } from '../../../domain/access/permissions';
import { timesProblem, type UpdateHeartbeatInput } from '../../../domain/heartbeat/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure, optional } from '../config/references';
import { saveChange } from '../config/save';
import { type HeartbeatView, viewOf } from './view';

/** A period takes the place of cron, and cron that of a period. */
function withTimes(before: Heartbeat, { id: _id, ...input }: UpdateHeartbeatInput & IdInput): Heartbeat {
  const changed = { ...before, ...given(input) };
  if (input.periodSeconds && input.cron === undefined) return { ...changed, cron: null };
  return input.cron && input.periodSeconds === undefined ? { ...changed, periodSeconds: null } : changed;
}

/**
 * Changes, pauses or takes up a heartbeat again; its key stays. New times count from now. Failures: forbidden,
 * not-found, invalid.
 */
export async function updateHeartbeat(
  context: Context,
  input: UpdateHeartbeatInput & IdInput,
): Promise<Result<HeartbeatView>> {
  const { actor, db, env, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findHeartbeat(db, input.id);
  if (!before) return err(notFound('heartbeat'));
  const missing = await missingFailure(context, optional('SERVICE', input.serviceId, 'serviceId'));
  if (missing) return err(missing);
  const after: Heartbeat = { ...withTimes(before, input), updatedAt: now };
  const problem = timesProblem(after);
  if (problem) return err(invalidField(problem.path, problem.message));
  await saveChange(context, {
    action: 'heartbeat.update',
    targetKind: 'heartbeat',
    targetId: after.id,
    before,
    after,
    statements: [updateRow(db, after)],
    touches: { services: [before.serviceId, after.serviceId] },
    // What is paused must not page a moment later.
    pushFirst: true,
  });
  return ok(await viewOf(env, after));
}

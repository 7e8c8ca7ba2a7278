import { findHeartbeat } from '../../../db/repositories/heartbeats';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type HeartbeatView, viewOf } from './view';

/** One heartbeat with its newest pings, without its key. Failures: forbidden, not-found. */
export async function getHeartbeat({ actor, db, env }: Context, { id }: IdInput): Promise<Result<HeartbeatView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const heartbeat = await findHeartbeat(db, id);
  return heartbeat ? ok(await viewOf(env, heartbeat)) : err(notFound('heartbeat'));
}

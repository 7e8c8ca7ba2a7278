import {
  findHeartbeat,
  findHeartbeatSecret,
  type Heartbeat,
  updateHeartbeat,
} from '../../../db/repositories/heartbeats';
import { refuse } from '../../../domain/access/permissions';
import type { RotateIntegrationInput } from '../../../domain/integration/input';
import { heartbeatUrl, joinIntegrationKey, newIntegrationKey } from '../../../domain/integration/key';
import { sha256Hex } from '../../../domain/shared/hash';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import type { HeartbeatWithKey } from './create';
import { viewOf } from './view';

/** Gives a heartbeat a new address; the old one ends at once, or after so many minutes. Failures: forbidden, not-found. */
export async function rotateHeartbeat(
  context: Context,
  { id, overlapMinutes = 0 }: IdInput & RotateIntegrationInput,
): Promise<Result<HeartbeatWithKey>> {
  const { actor, config, db, env, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const [before, secretHash] = await Promise.all([findHeartbeat(db, id), findHeartbeatSecret(db, id)]);
  if (!before || secretHash === null) return err(notFound('heartbeat'));
  const parts = newIntegrationKey(random, before.inbox);
  const previousKeyEndsAt = overlapMinutes > 0 ? now + overlapMinutes * MINUTE : null;
  const previousSecretHash = previousKeyEndsAt === null ? null : secretHash;
  const after: Heartbeat = { ...before, previousKeyEndsAt, updatedAt: now };
  await saveChange(context, {
    action: 'heartbeat.rotate',
    targetKind: 'heartbeat',
    targetId: id,
    before,
    after,
    statements: [updateHeartbeat(db, { ...after, previousSecretHash, secretHash: sha256Hex(parts.secret) })],
    touches: { services: [after.serviceId] },
    pushFirst: true,
  });
  const key = joinIntegrationKey(parts);
  return ok({ ...(await viewOf(env, after)), key, url: heartbeatUrl(config.appUrl, key) });
}

import { type Heartbeat, insertHeartbeat } from '../../../db/repositories/heartbeats';
import { refuse } from '../../../domain/access/permissions';
import type { CreateHeartbeatInput } from '../../../domain/heartbeat/input';
import { heartbeatUrl, joinIntegrationKey, newIntegrationKey } from '../../../domain/integration/key';
import { sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { type HeartbeatView, viewOf } from './view';

/** The key and the address to ping; shown once and not kept. */
export type HeartbeatWithKey = HeartbeatView & { key: string; url: string };

/** Adds a heartbeat, which waits for its first ping. Failures: forbidden, invalid (service). */
export async function createHeartbeat(
  context: Context,
  input: CreateHeartbeatInput,
): Promise<Result<HeartbeatWithKey>> {
  const { actor, config, db, env, now, random } = context;
  const refusal =
    refuse(actor, 'config.write') ??
    (await missingFailure(context, [{ kind: 'SERVICE', id: input.serviceId, path: 'serviceId' }]));
  if (refusal) return err(refusal);
  const parts = newIntegrationKey(random);
  const own = { id: newId('heartbeat', random), inbox: parts.inbox, previousKeyEndsAt: null };
  const heartbeat: Heartbeat = { ...input, ...own, createdAt: now, updatedAt: now };
  await saveChange(context, {
    action: 'heartbeat.create',
    targetKind: 'heartbeat',
    targetId: heartbeat.id,
    after: heartbeat,
    statements: [insertHeartbeat(db, { ...heartbeat, secretHash: sha256Hex(parts.secret) })],
    touches: { services: [heartbeat.serviceId] },
    // So that the inbox is made near its service, and not near whoever pings first.
    pushFirst: true,
  });
  const key = joinIntegrationKey(parts);
  return ok({ ...(await viewOf(env, heartbeat)), key, url: heartbeatUrl(config.appUrl, key) });
}

import { devicesOf } from '../../../db/repositories/devices';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { ensureVapid } from '../vapid/ensure';
import { type DeviceView, viewOfDevice } from './view';

/** One's own devices, oldest first, and the public key a browser subscribes with. An API key has none. Failures: forbidden. */
export async function listDevices(context: Context): Promise<Result<{ data: DeviceView[]; publicKey: string }>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const { publicKey } = await ensureVapid(context);
  const found = actor.kind === 'user' ? await devicesOf(db, actor.id) : [];
  return ok({ data: found.map(viewOfDevice), publicKey });
}

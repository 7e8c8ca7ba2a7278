import { recordAudit } from '../db/repositories/audit';
import { runBatch } from '../db/repositories/batch';
import { endDevice } from '../db/repositories/devices';
import { bumpConfigVersion } from '../db/repositories/settings';
import type { Env } from './env';
import type { Delivered } from './senders/deliver';
import { systemContext } from './system-context';

/**
 * Turns off the device that a push service said is gone; its owner sees so at the next look. Never throws: while D1 is
 * away nothing is stored, and the next page to the device finds it out again.
 */
export async function endGoneDevice(env: Env, { gone }: Pick<Delivered, 'gone'>): Promise<void> {
  if (!gone) return;
  const context = systemContext(env, () => undefined);
  const { db, now } = context;
  try {
    await runBatch(db, [
      ...endDevice(db, gone.methodId, gone.value, now),
      recordAudit(context, {
        action: 'device.end',
        targetKind: 'contact-method',
        targetId: gone.methodId,
        after: { reason: gone.error },
      }),
      bumpConfigVersion(db, now),
    ]);
  } catch (error) {
    console.warn(`device ${gone.methodId} is gone and could not be turned off: ${String(error)}`);
  }
}

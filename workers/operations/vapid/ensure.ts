import { runBatch } from '../../../db/repositories/batch';
import { bumpConfigVersion, insertVapid, vapidOf } from '../../../db/repositories/settings';
import type { SealedVapid } from '../../../domain/plan/plan';
import { makeVapid } from '../../access/vapid';
import type { Context } from '../../context';

/**
 * The pair that pushes are signed with, made at the first boot and then kept: another one would end every subscription.
 * Two that boot at once keep the first. Throws what D1 throws.
 */
export async function ensureVapid({ config, db, now }: Pick<Context, 'config' | 'db' | 'now'>): Promise<SealedVapid> {
  const known = await vapidOf(db);
  if (known) return known;
  const made = await makeVapid(config);
  await runBatch(db, [insertVapid(db, made, now), bumpConfigVersion(db, now)]);
  return (await vapidOf(db)) ?? made;
}

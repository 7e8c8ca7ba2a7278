import { type AuditEntry, recordAudit } from '../../../db/repositories/audit';
import { runBatch, type Statement } from '../../../db/repositories/batch';
import { type Changed, servicesReaching } from '../../../db/repositories/plan-reach';
import { bumpConfigVersion } from '../../../db/repositories/settings';
import type { Context } from '../../context';
import { pushPlans } from '../plan/push';
import { reasonOf } from '../plan/reason';

/** Whose plans are to be pushed at once: of these services, of those that reach what changed, of all, or nobody's. */
export type Touched = { services: string[] } | Changed | 'all' | 'none';

export type Change = AuditEntry & {
  statements: Statement[];
  touches: Touched;
  /** For what can be called as soon as the answer is read: plans arrive before it. */
  pushFirst?: boolean;
};

/**
 * The one way in which configuration changes: the change, its audit entry and the new version stand together or not
 * at all; plans follow after the answer unless `pushFirst` (SEMANTICS 28). Throws what D1 throws.
 */
export async function saveChange(
  context: Context,
  { statements, touches, pushFirst, ...entry }: Change,
): Promise<void> {
  const { db, now } = context;
  await runBatch(db, [...statements, recordAudit(context, entry), bumpConfigVersion(db, now)]);
  const pushed = pushTouched(context, touches);
  if (pushFirst) await pushed;
  else context.waitUntil(pushed);
}

async function pushTouched(context: Context, touches: Touched): Promise<void> {
  if (touches === 'none') return;
  try {
    await pushPlans(context, await servicesOf(context, touches));
  } catch (error) {
    // Nothing is lost: the inboxes are behind the version now, and the sweep pushes to what is behind.
    console.warn(`plans not pushed at once: ${reasonOf(error)}`);
  }
}

async function servicesOf({ db }: Context, touches: Exclude<Touched, 'none'>): Promise<string[] | 'all'> {
  if (touches === 'all') return 'all';
  return 'services' in touches ? touches.services : servicesReaching(db, touches);
}

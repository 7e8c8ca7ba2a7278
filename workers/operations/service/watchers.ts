import { findService } from '../../../db/repositories/services';
import { putServiceWatchers, watchersOfService } from '../../../db/repositories/watchers';
import { refuse } from '../../../domain/access/permissions';
import type { ServiceWatchersInput, Watcher } from '../../../domain/incident/watcher';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';

type Watchers = { data: Watcher[]; nextCursor: null };

/** Who watches every incident of a service from its opening. Failures: forbidden, not-found. */
export async function serviceWatchers({ actor, db }: Context, { id }: { id: string }): Promise<Result<Watchers>> {
  const refused = refuse(actor, 'config.read');
  if (refused) return err(refused);
  if (!(await findService(db, id))) return err(notFound('service'));
  return ok({ data: await watchersOfService(db, id), nextCursor: null });
}

/** Replaces them all; incidents that are open keep who watches them. Failures: forbidden, not-found, invalid. */
export async function setServiceWatchers(
  context: Context,
  { id, watchers }: ServiceWatchersInput & { id: string },
): Promise<Result<Watchers>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  if (!(await findService(db, id))) return err(notFound('service'));
  const named = watchers.map((one, index) => ({
    kind: 'USER' as const,
    id: one.userId,
    path: `watchers/${index}/userId`,
  }));
  const missing = await missingFailure(context, named);
  if (missing) return err(missing);
  const before = await watchersOfService(db, id);
  const once = [...new Map(watchers.map((one) => [one.userId, one])).values()];
  await saveChange(context, {
    action: 'service.watchers',
    targetKind: 'service',
    targetId: id,
    before: { watchers: before.map(({ userId, role }) => ({ userId, role })) },
    after: { watchers: once },
    statements: putServiceWatchers(db, id, once),
    touches: 'none',
  });
  return ok({ data: await watchersOfService(db, id), nextCursor: null });
}

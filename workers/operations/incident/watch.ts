import { findUser } from '../../../db/repositories/users';
import { putWatcher, removeWatcher, watchersOf } from '../../../db/repositories/watchers';
import { refuse } from '../../../domain/access/permissions';
import type { Watcher, WatcherInput } from '../../../domain/incident/watcher';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { isSelf } from '../config/own';
import { recordOn } from './record';
import { seeIncident } from './see';

export type Watchers = { data: Watcher[]; nextCursor: null };

/** Everybody may watch what they see; making others watch takes a responder. */
const permissionFor = (context: Context, userId: string) =>
  isSelf(context.actor, userId) ? ('incident.read' as const) : ('incident.respond' as const);

/** Who watches an incident. Failures: forbidden, not-found. */
export async function listWatchers(context: Context, { id }: { id: string }): Promise<Result<Watchers>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  return ok({ data: await watchersOf(context.db, seen.value.id), nextCursor: null });
}

/** Makes somebody watch an incident, or changes as what. Failures: forbidden, not-found, invalid (no such active person). */
export async function watchIncident(
  context: Context,
  { id, userId, role }: WatcherInput & { id: string },
): Promise<Result<Watchers>> {
  const permission = permissionFor(context, userId);
  const refused = refuse(context.actor, permission);
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const user = await findUser(context.db, userId);
  if (user?.status !== 'ACTIVE') return err(invalidField('userId', 'No such active person'));
  const before = await watchersOf(context.db, seen.value.id);
  const known = before.find((one) => one.userId === userId);
  if (known?.role === role) return ok({ data: before, nextCursor: null });
  const row = { incidentId: seen.value.id, userId, role, addedAt: context.now };
  const change = {
    statements: [putWatcher(context.db, row)],
    entry: 'watchers-changed' as const,
    detail: { added: [`${user.name} (${role.toLowerCase()})`] },
  };
  const recorded = await recordOn(context, seen.value.id, change, permission);
  return recorded.ok ? listWatchers(context, { id: seen.value.id }) : recorded;
}

/** Ends it; who does not watch stays as they are. Failures: forbidden, not-found. */
export async function unwatchIncident(
  context: Context,
  { id, userId }: { id: string; userId: string },
): Promise<Result<null>> {
  const permission = permissionFor(context, userId);
  const refused = refuse(context.actor, permission);
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const before = await watchersOf(context.db, seen.value.id);
  const known = before.find((one) => one.userId === userId);
  if (!known) return ok(null);
  // The line first: by then somebody who only watched a private incident may still write it.
  const change = { statements: [], entry: 'watchers-changed' as const, detail: { removed: [known.name] } };
  const recorded = await recordOn(context, seen.value.id, change, permission);
  if (!recorded.ok) return recorded;
  await removeWatcher(context.db, seen.value.id, userId);
  return ok(null);
}

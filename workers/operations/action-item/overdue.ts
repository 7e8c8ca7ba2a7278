import { type ListedItem, openItemsOf } from '../../../db/repositories/action-items';
import { zonesOfPeople } from '../../../db/repositories/fact-records';
import { refuse } from '../../../domain/access/permissions';
import { overdueAt } from '../../../domain/postmortem/action-item';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** Somebody with more of them than that has another problem. */
const MOST = 100;

/** What the caller owns, has not done, and should have by now on their own clock; the longest due first. Failures: forbidden. */
export async function myOverdueItems({ actor, db, now }: Context): Promise<Result<ListedItem[]>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  if (actor.kind !== 'user') return ok([]);
  const [items, zones] = await Promise.all([openItemsOf(db, actor.id, MOST), zonesOfPeople(db, [actor.id])]);
  const zone = zones.get(actor.id) ?? 'UTC';
  return ok(
    items.filter(({ dueOn }) => {
      const end = overdueAt(dueOn, zone);
      return end !== null && now >= end;
    }),
  );
}

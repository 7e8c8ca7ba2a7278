import { zonesOfPeople } from '../../../db/repositories/fact-records';
import { type ActionItem, firstReminder } from '../../../domain/postmortem/action-item';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';

/** When the owner of an item is reminded first; in the past for one that is overdue already. */
export async function reminderOf(
  { db }: Context,
  item: Pick<ActionItem, 'dueOn' | 'ownerId' | 'status'>,
): Promise<Instant | null> {
  if (item.ownerId === null) return null;
  const zones = await zonesOfPeople(db, [item.ownerId]);
  return firstReminder(item, zones.get(item.ownerId) ?? 'UTC');
}

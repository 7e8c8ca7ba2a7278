import { itemsOfPostmortem } from '../../../db/repositories/action-items';
import { namesOf } from '../../../db/repositories/names';
import type { ActionItem } from '../../../domain/postmortem/action-item';
import type { Postmortem } from '../../../domain/postmortem/postmortem';
import type { Context } from '../../context';

/** A postmortem with the name of its service and what is to be done. */
export type PostmortemView = Postmortem & { serviceName: string; actionItems: ActionItem[] };

export async function viewOf({ db }: Context, one: Postmortem): Promise<PostmortemView> {
  const [[service], actionItems] = await Promise.all([
    namesOf(db, 'SERVICE', [one.serviceId]),
    itemsOfPostmortem(db, one.id),
  ]);
  return { ...one, serviceName: service?.name ?? one.serviceId, actionItems };
}

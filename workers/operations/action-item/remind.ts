import { itemsToRemind, setReminder } from '../../../db/repositories/action-items';
import { runBatch } from '../../../db/repositories/batch';
import { noticeReceivers } from '../../../db/repositories/shift-notices';
import { type ActionItem, nextReminder } from '../../../domain/postmortem/action-item';
import type { Context } from '../../context';
import { prepareMessage } from '../message/prepare';
import { reasonOf } from '../plan/reason';

/** Every minute: tells the owners of what is overdue, weekly until it is done. One that fails holds up no other. */
export async function remindOfActionItems(context: Context, limit: number): Promise<void> {
  for (const item of await itemsToRemind(context.db, context.now, limit)) {
    try {
      await remind(context, item);
    } catch (error) {
      console.warn(`action item ${item.id} waits for the next minute: ${reasonOf(error)}`);
    }
  }
}

/** The message and the time of the next one stand together, so that each week's is sent once. */
async function remind(context: Context, item: ActionItem): Promise<void> {
  const { db, config, now } = context;
  const { id, ownerId, dueOn, title, remindAt } = item;
  if (remindAt === null) return;
  const owner = ownerId === null ? undefined : (await noticeReceivers(db, [ownerId])).get(ownerId);
  if (!owner || dueOn === null) {
    await runBatch(db, [setReminder(db, id, remindAt, null)]);
    return;
  }
  const message = await prepareMessage(context, {
    about: [id, remindAt],
    content: {
      kind: 'action-item-overdue',
      title,
      dueOn,
      url: `${config.appUrl}/action-items/${encodeURIComponent(id)}`,
    },
    user: owner,
    channel: 'email',
    to: owner.methods.find(({ kind }) => kind === 'email')?.value ?? owner.email,
    isNotice: true,
  });
  await runBatch(db, [...message.statements, setReminder(db, id, remindAt, nextReminder(remindAt, now))]);
  message.enqueueSoon();
}

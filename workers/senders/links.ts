import type { ActionLinks } from '../../domain/notification/content';
import type { Notification } from '../../domain/notification/notification';
import { ACTION_LIFE, type TokenAction } from '../../domain/respond/action-token';
import { makeActionToken } from '../access/action-token';
import type { Config } from '../config';

const tokenFor = (config: Config, notification: Notification, action: TokenAction): Promise<string | null> =>
  makeActionToken(config, {
    action,
    origin: notification.channel,
    incidentId: notification.content.incident.id,
    notificationId: notification.id,
    expiresAt: notification.createdAt + ACTION_LIFE,
  });

/** What a page's receiver can do with one tap. Only of the notification, so that a repeated send has the same body. */
export async function actionLinks(config: Config, notification: Notification): Promise<ActionLinks | null> {
  if (notification.intent !== 'page') return null;
  const acknowledge = await tokenFor(config, notification, 'acknowledge');
  const escalate = await tokenFor(config, notification, 'escalate');
  if (!acknowledge || !escalate) return null;
  return { acknowledge: `${config.appUrl}/r/${acknowledge}`, escalate: `${config.appUrl}/r/${escalate}` };
}

/** What a device sends back when the notification has arrived; other channels have receipts of their own. */
export const receiptToken = async (config: Config, notification: Notification): Promise<string | null> =>
  notification.channel === 'push' ? tokenFor(config, notification, 'receipt') : null;

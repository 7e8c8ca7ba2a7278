import type { ActionLinks } from '../../domain/notification/content';
import type { Notification } from '../../domain/notification/notification';
import { ACTION_LIFE, type TokenAction } from '../../domain/respond/action-token';
import { phoneName } from '../../domain/respond/reply-code';
import { makeActionToken } from '../access/action-token';
import { within } from '../access/within';
import { type Config, configOf } from '../config';
import type { Env } from '../env';
import { hearsKeys, hearsReplies } from './twilio/hears';

const tokenFor = (config: Config, notification: Notification, action: TokenAction): Promise<string | null> =>
  makeActionToken(config, {
    action,
    origin: notification.channel,
    incidentId: notification.content.incident.id,
    notificationId: notification.id,
    expiresAt: notification.createdAt + ACTION_LIFE,
  });

/** What a page's receiver can do with one tap. Only of the notification, so that a repeated send has the same body. */
export async function actionLinks(env: Env, notification: Notification): Promise<ActionLinks | null> {
  if (notification.intent !== 'page') return null;
  const config = configOf(env);
  const acknowledge = await tokenFor(config, notification, 'acknowledge');
  const escalate = await tokenFor(config, notification, 'escalate');
  if (!acknowledge || !escalate) return null;
  const links = { acknowledge: `${config.appUrl}/r/${acknowledge}`, escalate: `${config.appUrl}/r/${escalate}` };
  const replyCode = hearsReplies(config, notification.channel) ? await replyCodeOf(env, notification) : null;
  const keys = hearsKeys(config, notification.channel);
  return { ...links, ...(replyCode ? { replyCode } : {}), ...(keys ? { keys } : {}) };
}

/** A number's object that does not answer in this time: the text goes out without a code, and its link still works. */
const PATIENCE_MS = 500;

async function replyCodeOf(env: Env, notification: Notification): Promise<string | null> {
  const { id: notificationId, channel, to: number, content, createdAt } = notification;
  if (channel !== 'sms' && channel !== 'whatsapp') return null;
  const question = { number, incidentId: content.incident.id, notificationId, expiresAt: createdAt + ACTION_LIFE };
  const asked = await within(PATIENCE_MS, () => env.PHONE.getByName(phoneName(channel, number)).codeFor(question));
  return asked.answered ? asked.value : null;
}

/** What a device sends back when the notification has arrived; other channels have receipts of their own. */
export const receiptToken = async (config: Config, notification: Notification): Promise<string | null> =>
  notification.channel === 'push' ? tokenFor(config, notification, 'receipt') : null;

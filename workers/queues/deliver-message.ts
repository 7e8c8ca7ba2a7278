import type { Db } from '../../db/client';
import { runBatch } from '../../db/repositories/batch';
import { methodBySubscription } from '../../db/repositories/devices';
import { insertMessageDelivery, leaseMessage, settleMessage } from '../../db/repositories/messages';
import { markMethod, methodsAt } from '../../db/repositories/method-problems';
import { vapidOf } from '../../db/repositories/settings';
import { isToMany } from '../../domain/message/kinds';
import {
  type AttemptResult,
  afterAttempt,
  endMessage,
  LEASE_MS,
  type Message,
  refuseToSend,
} from '../../domain/message/lifecycle';
import { testPush } from '../../domain/message/page-test';
import { isLastWord } from '../../domain/notification/channels';
import { ACTION_LIFE } from '../../domain/respond/action-token';
import { hashedId } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import { makeActionToken } from '../access/action-token';
import { configOf } from '../config';
import { databaseOf } from '../database';
import { endGoneDevice } from '../end-device';
import type { Env } from '../env';
import { openWords } from '../operations/message/sealed-words';
import { reasonOf } from '../operations/plan/reason';
import { sendersFor } from '../senders/registry';
import { bulkRests, providerRests } from '../senders/rests';
import { sendMessage } from '../senders/send';
import { connectedConfig } from '../slack';
import { enqueue } from './send';

/** What the log of attempts holds of one, and what decides about the next. */
type Attempt = AttemptResult & { provider: string | null };

async function lease(env: Env, id: string): Promise<Message | null> {
  const now = Date.now();
  const db = databaseOf(env);
  const message = await leaseMessage(db, id, now, now + LEASE_MS);
  const end = message && refuseToSend(message, now);
  if (!end) return message;
  await runBatch(db, [settleMessage(db, message, end)]);
  return null;
}

async function settle(env: Env, message: Message, attempt: Attempt, begunAt: number): Promise<void> {
  const now = Date.now();
  const db = databaseOf(env);
  const { change, retryInSeconds } = afterAttempt(message, attempt, now);
  await runBatch(db, [
    settleMessage(db, message, change),
    insertMessageDelivery(db, {
      id: hashedId('dlv', [message.id, message.attempts]),
      messageId: message.id,
      attempt: message.attempts,
      provider: attempt.provider,
      state: attempt.outcome === 'sent' ? 'SENT' : attempt.outcome === 'failed' ? 'FAILED' : 'FAILED_TEMPORARILY',
      providerId: attempt.outcome === 'sent' ? (attempt.providerId ?? null) : null,
      error: attempt.outcome === 'sent' ? null : attempt.error,
      at: begunAt,
      settledAt: now,
    }),
  ]);
  if (retryInSeconds !== null) await enqueueAgain(env, message, retryInSeconds);
  await markMethods(db, message, attempt, now);
}

/** An address that takes nothing is told beside its contact method, and one that works again as well. */
async function markMethods(db: Db, message: Message, attempt: Attempt, now: Instant): Promise<void> {
  const isBad = attempt.outcome === 'failed' && attempt.cause === 'recipient';
  const isGood = attempt.outcome === 'sent' && isLastWord(attempt.provider);
  if (!message.userId || (!isBad && !isGood)) return;
  const { userId, channel, recipient: value } = message;
  const problem = isBad ? { reason: attempt.error, at: now } : null;
  const methods = await methodsAt(db, userId, channel, value);
  await Promise.all(methods.map((methodId) => markMethod(db, { methodId, value, problem })));
}

/** A queue holds nothing back for longer than half a day; the sweep finds what is due after that. */
const LONGEST_DELAY_SECONDS = 12 * 60 * 60;

async function enqueueAgain(env: Env, { id, channel, kind }: Message, delaySeconds: number): Promise<void> {
  if (delaySeconds > LONGEST_DELAY_SECONDS) return;
  try {
    const isBulk = isToMany(kind) ? { isBulk: true } : {};
    await enqueue(env, { kind: 'message', messageId: id, channel, ...isBulk }, delaySeconds);
  } catch (error) {
    console.warn(`message ${id} waits for the sweep: ${reasonOf(error)}`);
  }
}

/**
 * Lease, send, settle: one message that belongs to no incident. The lease sees to it that a message delivered twice
 * sends once. Answers the provider's code where our credentials are worth nothing any more, else null. Throws when D1
 * cannot be asked or told.
 */
export async function deliverMessage(env: Env, messageId: string): Promise<string | null> {
  const message = await lease(env, messageId);
  if (!message) return null;
  const config = await connectedConfig({ config: configOf(env), db: databaseOf(env) }, message.channel);
  const begunAt = message.updatedAt;
  const words = await openWords(config, message);
  if (!words) {
    const reason = 'its words cannot be read any more: the key has left APP_SECRETS';
    const db = databaseOf(env);
    await runBatch(db, [settleMessage(db, message, endMessage(message.kind, 'FAILED', reason, begunAt))]);
    return null;
  }
  const senders = sendersFor(env, config, message.channel);
  const { id, channel, recipient, recipientName, attempts, unsubscribeUrl } = message;
  const push = channel === 'push' ? await pushParts(env, message, words.text) : {};
  const outgoing = { ...words, id, channel, to: recipient, recipientName, attempt: attempts, unsubscribeUrl, ...push };
  const rests = isToMany(message.kind) ? bulkRests : providerRests;
  const result = await sendMessage(senders, outgoing, rests, begunAt);
  await settle(env, message, { ...result, provider: senders.length === 0 ? null : result.provider }, begunAt);
  if (result.outcome === 'failed' && result.gone) await endDeviceOf(env, message, result.error);
  return result.outcome === 'failed' ? (result.reconnect ?? null) : null;
}

/** What only a push needs: the keys it is signed with, and the token with which the device says that it has arrived. */
async function pushParts(env: Env, { id, kind, createdAt }: Message, text: string) {
  const token = { action: 'receipt', origin: 'push', incidentId: null, notificationId: id } as const;
  const [vapid, receipt] = await Promise.all([
    vapidOf(databaseOf(env)),
    makeActionToken(configOf(env), { ...token, expiresAt: createdAt + ACTION_LIFE }),
  ]);
  return { vapid, receipt, ...(kind === 'page-test' ? { push: testPush(id, text) } : {}) };
}

async function endDeviceOf(env: Env, { userId, recipient }: Message, error: string): Promise<void> {
  const method = userId ? await methodBySubscription(databaseOf(env), userId, recipient) : null;
  await endGoneDevice(env, { gone: method && { methodId: method.id, value: recipient, error } });
}

/** The queue gave up on a message: that counts as an attempt, so that it ends some day, and the next one is arranged. */
export async function buryMessage(env: Env, messageId: string, queue: string): Promise<void> {
  const message = await lease(env, messageId);
  if (!message) return;
  const error = `the queue ${queue} gave up`;
  const attempt: Attempt = { outcome: 'failed-temporarily', error, retryAfterSeconds: null, provider: null };
  await settle(env, message, attempt, message.updatedAt);
}

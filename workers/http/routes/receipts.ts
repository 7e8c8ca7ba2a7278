import { type Context, Hono } from 'hono';
import { isStaleSns, snsFields } from '../../../domain/ingest/signature/sns';
import { isReceiptMac } from '../../../domain/notification/receipt/mac';
import { type AddressedReceipt, readAttempt, readTarget } from '../../../domain/notification/receipt/receipt';
import { readResendEvent, resendEvent } from '../../../domain/notification/receipt/resend';
import { readSendgridEvents, sendgridBatch } from '../../../domain/notification/receipt/sendgrid';
import { readSesEvent, sesEvent } from '../../../domain/notification/receipt/ses';
import { readTwilioStatus } from '../../../domain/notification/receipt/twilio';
import { failure } from '../../../domain/shared/errors';
import { isSendgridSignature } from '../../access/sendgrid-signature';
import { verifySnsMessage } from '../../access/sns-message';
import { isStandardWebhook } from '../../access/standard-webhook';
import { confirmTopic } from '../../operations/receipt/confirm-topic';
import { recordReceipt } from '../../operations/receipt/record';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { readBody } from '../raw-body';
import { signedByTwilio } from './twilio-call';

// What providers report of messages that they took. Each checks the provider's own signature over the bytes as they came;
// what is genuine but says nothing to us is answered with 204 too, or it would come again for days.

const AT_ONCE = 20;

const notSetUp = (variable: string) => failure('not-found', `Receipts need ${variable}, which is not set.`);
const forged = failure('unauthenticated', 'The signature does not match.');
const unreadable = failure('invalid', 'The body cannot be read.');
const notNow = failure('unavailable', 'This cannot be recorded at the moment. Please send it again.');

const textOf = (body: ArrayBuffer): string => new TextDecoder().decode(body);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Records receipts, some at once; 503 when one could not be, so that all come again. Repeats do no harm. */
async function record(c: Context<AppEnv>, receipts: readonly AddressedReceipt[]): Promise<Response> {
  try {
    for (let i = 0; i < receipts.length; i += AT_ONCE) {
      await Promise.all(receipts.slice(i, i + AT_ONCE).map((one) => recordReceipt(contextOf(c), one)));
    }
  } catch (error) {
    console.warn(`receipts could not be recorded: ${error instanceof Error ? error.message : String(error)}`);
    return problem(c, notNow);
  }
  return c.body(null, 204);
}

/** SMS, WhatsApp and calls. */
async function twilio(c: Context<AppEnv>): Promise<Response> {
  const call = await signedByTwilio(c);
  if (call instanceof Response) return call;
  const { params, query: searchParams } = call;
  const target = readTarget(searchParams.get('notification'), searchParams.get('incident'));
  const status = readTwilioStatus(Object.fromEntries(params));
  if (!target || !status) return c.body(null, 204);
  const attempt = readAttempt(searchParams.get('attempt'));
  const { sid: providerId, news } = status;
  return record(c, [{ target, receipt: { provider: 'twilio', providerId, attempt, ...news } }]);
}

async function sendgrid(c: Context<AppEnv>): Promise<Response> {
  const publicKey = contextOf(c).config.sendgrid?.webhookPublicKey;
  if (!publicKey) return problem(c, notSetUp('SENDGRID_WEBHOOK_PUBLIC_KEY'));
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.error);
  const isGenuine = await isSendgridSignature(publicKey, {
    timestamp: c.req.header('x-twilio-email-event-webhook-timestamp') ?? null,
    signature: c.req.header('x-twilio-email-event-webhook-signature') ?? null,
    body: body.value,
  });
  if (!isGenuine) return problem(c, forged);
  const batch = sendgridBatch.safeParse(jsonOf(textOf(body.value)));
  if (!batch.success) return problem(c, unreadable);
  return record(c, readSendgridEvents(batch.data));
}

async function resend(c: Context<AppEnv>): Promise<Response> {
  const { config, now } = contextOf(c);
  const secret = config.resend?.webhookSecret;
  if (!secret) return problem(c, notSetUp('RESEND_WEBHOOK_SECRET'));
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.error);
  const headers = {
    id: c.req.header('svix-id') ?? null,
    timestamp: c.req.header('svix-timestamp') ?? null,
    signature: c.req.header('svix-signature') ?? null,
  };
  if (!(await isStandardWebhook(secret, headers, body.value, now))) return problem(c, forged);
  const event = resendEvent.safeParse(jsonOf(textOf(body.value)));
  if (!event.success) return problem(c, unreadable);
  const receipt = readResendEvent(event.data);
  return record(c, receipt ? [receipt] : []);
}

/**
 * Events of SES through SNS. Amazon signs the messages of anybody's topic, so an event counts only with the proof that
 * we put into the mail's tags.
 */
async function ses(c: Context<AppEnv>): Promise<Response> {
  const { config, now } = contextOf(c);
  if (!config.aws) return problem(c, notSetUp('AWS_ACCESS_KEY_ID'));
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.error);
  const fields = snsFields(textOf(body.value));
  if (!fields) return problem(c, unreadable);
  const verdict = await verifySnsMessage(fields);
  if (!verdict.ok) return problem(c, verdict.retry ? notNow : forged);
  if (isStaleSns(verdict.message, now)) return problem(c, forged);
  const { type, subscribeUrl } = verdict.message;
  if (type === 'SubscriptionConfirmation') {
    if (!subscribeUrl) return problem(c, forged);
    return (await confirmTopic(subscribeUrl)) ? c.body(null, 204) : problem(c, notNow);
  }
  const event = sesEvent.safeParse(jsonOf(String(fields.Message)));
  const read = type === 'Notification' && event.success ? readSesEvent(event.data) : null;
  if (!read || !isReceiptMac(config.secrets, read.target, read.mac)) return c.body(null, 204);
  return record(c, [read]);
}

export const receipts = new Hono<AppEnv>()
  .post('/twilio/status', twilio)
  .post('/sendgrid/events', sendgrid)
  .post('/resend/events', resend)
  .post('/ses/events', ses);

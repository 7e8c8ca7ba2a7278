import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { renderReply } from '../../../domain/notification/render/twiml';
import { failure } from '../../../domain/shared/errors';
import { answerByKey } from '../../operations/respond/press-key';
import { answerByReply } from '../../operations/respond/reply';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { signedByTwilio } from './twilio-call';

// Answers to text messages and calls, as Twilio hands them on. It reads instructions (TwiML) from the answer.

const inboundText = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().regex(/^(whatsapp:)?\+[1-9]\d{6,14}$/),
  Body: z.string().max(1_600).default(''),
  /** There where Twilio has answered the keyword itself. */
  OptOutType: z.string().optional(),
});

const unreadable = failure('invalid', 'This is not what Twilio sends here.');

const twiml = (c: Context<AppEnv>, text: string): Response =>
  c.body(text, 200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' });

async function sms(c: Context<AppEnv>): Promise<Response> {
  const call = await signedByTwilio(c);
  if (call instanceof Response) return call;
  const input = inboundText.safeParse(Object.fromEntries(call.params));
  if (!input.success) return problem(c, unreadable);
  const { MessageSid, From, Body: body, OptOutType } = input.data;
  const [channel, number] = From.startsWith('whatsapp:')
    ? (['whatsapp', From.slice('whatsapp:'.length)] as const)
    : (['sms', From] as const);
  const context = { ...contextOf(c), request: `twilio ${MessageSid}` };
  const operatorAnswers = OptOutType !== undefined;
  return twiml(c, renderReply(await answerByReply(context, { channel, number, body, operatorAnswers })));
}

const pressed = z.object({
  CallSid: z.string().min(1).max(64),
  To: z.string().max(32),
  Digits: z.string().max(20).default(''),
  AnsweredBy: z.string().max(40).default('human'),
});
const call = z.object({
  incident: z.string().max(80),
  notification: z.string().max(80),
  turn: z.coerce.number().int().min(1).max(9),
});

async function voice(c: Context<AppEnv>): Promise<Response> {
  const signed = await signedByTwilio(c);
  if (signed instanceof Response) return signed;
  const input = pressed.safeParse(Object.fromEntries(signed.params));
  const about = call.safeParse(Object.fromEntries(signed.query));
  if (!input.success || !about.success) return problem(c, unreadable);
  const { CallSid, To: number, Digits: keys, AnsweredBy } = input.data;
  const { incident: incidentId, notification: notificationId, turn } = about.data;
  const context = { ...contextOf(c), request: `twilio ${CallSid} ${turn}` };
  const isMachine = /^(machine|fax)/.test(AnsweredBy);
  const press = { incidentId, notificationId, turn, number, keys: isMachine ? '' : keys };
  return twiml(c, await answerByKey(context, press));
}

export const replies = new Hono<AppEnv>().post('/sms', sms).post('/voice', voice);

import { wordsFor } from '../../../domain/notification/words/words';
import { type ReplyAction, readReply } from '../../../domain/respond/reply-code';
import {
  answeredAllWords,
  answeredWords,
  HELP_WORDS,
  HOW_TO_REPLY,
  NO_CODE,
  unknownCode,
} from '../../../domain/respond/reply-words';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { phonePort } from '../../durable/stubs';
import { reasonOf } from '../plan/reason';
import { answerPage } from './act';
import { noteOptOut } from './note-opt-out';
import { findRespondent } from './open-token';
import { isStillTheirs } from './own-number';

/** One inbound text message. `number` is E.164; `operatorAnswers`: whoever carries it has answered STOP or HELP already. */
export type InboundText = { channel: 'sms' | 'whatsapp'; number: string; body: string; operatorAnswers: boolean };

const PATIENCE_MS = 1_000;

/**
 * Answers a page by text message, in the name of whoever the page went to at this number, by the same operations as the
 * web. Answers the words to send back; null where there is nothing to say, or it would not get there. Needs no database.
 */
export async function answerByReply(context: Context, text: InboundText): Promise<string | null> {
  const reply = readReply(text.body);
  switch (reply.kind) {
    case 'answer':
      return reply.code === null ? NO_CODE : answer(context, text, reply.action, reply.code);
    case 'stop':
    case 'start':
      await within(PATIENCE_MS, () => noteOptOut(context, text, reply.kind === 'stop'));
      return null;
    case 'help':
      return text.operatorAnswers ? null : HELP_WORDS;
    case 'unclear':
      return HOW_TO_REPLY;
  }
}

async function answer(context: Context, text: InboundText, action: ReplyAction, code: string): Promise<string> {
  const { channel, number } = text;
  let locale = 'en';
  try {
    const open = await phonePort(context.env, channel, number).pageOf(code);
    if (!open) return unknownCode(code);
    const { incidentId, notificationId } = open;
    const found = await findRespondent(context, incidentId, notificationId);
    if (!found.ok) return found.error.message;
    locale = found.value.content.recipient.locale;
    if (!(await isStillTheirs(context, found.value, number))) return wordsFor(locale).answer.notYours;
    const token = { action, origin: channel, incidentId, notificationId };
    const answered = await answerPage(context, { token, respondent: found.value });
    if (!answered.ok) return answered.error.message;
    const { bundle } = answered.value;
    if (bundle) return answeredAllWords(bundle, locale);
    return answeredWords(action, answered.value.incident, answered.value.changed, locale);
  } catch (error) {
    console.warn(`a reply by ${channel} could not be carried out: ${reasonOf(error)}`);
    return wordsFor(locale).answer.notNow;
  }
}

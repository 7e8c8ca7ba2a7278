import { sha256Hex } from '../shared/hash';
import type { Instant } from '../shared/time';

/** What can be typed or pressed on a phone: the same digits in a text message and on a call. */
export const REPLY_ACTIONS = { '4': 'acknowledge', '6': 'escalate' } as const;
export type ReplyAction = (typeof REPLY_ACTIONS)[keyof typeof REPLY_ACTIONS];

// No vowels, so that no code is a word, and nothing that looks like something else: 0 O, 1 I L, 2 Z, 5 S, 8 B.
const LETTERS = '34679CDFGHJKMNPQRTVWXY';
const LENGTH = 4;

/**
 * The code of one incident at one number. A taken one (`attempt` > 0) gives way to the next, so that the same question
 * always has the same answers.
 */
export function replyCode(number: string, incidentId: string, attempt: number): string {
  const hex = sha256Hex(`reply ${number} ${incidentId} ${attempt}`);
  return Array.from({ length: LENGTH }, (_, i) => {
    const value = Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16);
    return LETTERS[value % LETTERS.length];
  }).join('');
}

/** What a key pressed on a call means; null for any other. */
export const actionOfKey = (keys: string): ReplyAction | null =>
  keys === '4' || keys === '6' ? REPLY_ACTIONS[keys] : null;

/** A page that can be answered from a number until `expiresAt`; the latest notification of its incident. */
export type OpenReply = { code: string; incidentId: string; notificationId: string; expiresAt: Instant };

/** What somebody wrote. `unclear`: no reply of ours; `code` null: they said what to do, but not of what. */
export type Reply =
  | { kind: 'answer'; action: ReplyAction; code: string | null }
  | { kind: 'stop' }
  | { kind: 'start' }
  | { kind: 'help' }
  | { kind: 'unclear' };

const VERBS: Record<string, ReplyAction> = {
  ...REPLY_ACTIONS,
  ACK: 'acknowledge',
  ACKNOWLEDGE: 'acknowledge',
  ESC: 'escalate',
  ESCALATE: 'escalate',
};
const ANSWER = /^(ACKNOWLEDGE|ACK|ESCALATE|ESC|4|6)[\s:.,#-]*([0-9A-Z]{4})?[\s.!]*$/;

// Keywords that operators and Twilio know (https://www.twilio.com/docs/messaging/tutorials/how-to-stop-and-start).
const STOP = /^(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT)$/;
const START = /^(START|YES|UNSTOP)$/;
const HELP = /^(HELP|INFO|\?)$/;

/** Reads "4 A7KX", "4a7kx", "ack A7KX." and the words that every sender of texts must understand. */
export function readReply(body: string): Reply {
  const text = body.normalize('NFKC').trim().toUpperCase();
  const [, verb, code] = ANSWER.exec(text) ?? [];
  const action = verb ? VERBS[verb] : undefined;
  if (action) return { kind: 'answer', action, code: code ?? null };
  if (STOP.test(text)) return { kind: 'stop' };
  if (START.test(text)) return { kind: 'start' };
  return HELP.test(text) ? { kind: 'help' } : { kind: 'unclear' };
}

/** The name of the object that keeps a number's codes; WhatsApp's are apart from its text messages. */
export const phoneName = (channel: 'sms' | 'whatsapp', number: string): string => `${channel}:${number}`;

import { knownFault } from '../fault';
import { line } from '../render/plain';
import type { ReceiptNews } from './receipt';
import { TWILIO_CODES } from './twilio-codes';

type Params = Readonly<Record<string, string>>;

const REASON_MAX = 160;
const reasonOf = (code: string | null, words: string): string =>
  `twilio${code === null ? '' : ` ${code}`}: ${line(words, REASON_MAX)}`;

/** What a code says to a person; Twilio's callbacks hold numbers only. */
const WORDS: Readonly<Record<string, string>> = {
  '21610': 'this number has opted out; it has to send START first',
  '30003': 'the phone is switched off or out of reach',
  '30004': 'the message was blocked',
  '30005': 'this number is unknown or not in service',
  '30006': 'this is a landline or a number that takes no text messages',
  '30007': 'the carrier has filtered the message',
  '30008': 'the carrier gave no reason',
  '30034': 'our sender is not registered',
  '30036': 'it could not be delivered in time',
  '63016': 'WhatsApp takes only the approved template',
  '63024': 'this number has no WhatsApp',
};

function failed(status: string, code: string | null, fallback: 'temporary' | 'message'): ReceiptNews {
  const cause = knownFault(TWILIO_CODES, code) ?? fallback;
  return { state: 'FAILED', cause, reason: reasonOf(code, (code && WORDS[code]) || status) };
}

/** `MessageStatus` of SMS and WhatsApp; null for a state that tells nothing new (queued, sending, sent). */
function ofMessage({ MessageStatus: status = '', ErrorCode = '' }: Params): ReceiptNews | null {
  const code = /^\d{1,6}$/.test(ErrorCode) && ErrorCode !== '0' ? ErrorCode : null;
  switch (status) {
    case 'delivered':
      return { state: 'DELIVERED' };
    case 'read':
      return { state: 'READ' };
    case 'undelivered':
    case 'failed':
      return failed(status, code, 'message');
    case 'canceled':
      return failed('canceled', code, 'message');
    default:
      return null;
  }
}

/**
 * `CallStatus`, and what detection says of who picked up: a voicemail or a fax has woken nobody. A call that a person took
 * counts as delivered when it is over, and acknowledges nothing.
 */
function ofCall({ CallStatus: status = '', AnsweredBy: by = '' }: Params): ReceiptNews | null {
  if (/^(machine|fax)/.test(by)) {
    return { state: 'FAILED', cause: 'message', reason: reasonOf(null, 'a voicemail or another machine answered') };
  }
  switch (status) {
    case 'completed':
      return { state: 'DELIVERED' };
    case 'busy':
      return { state: 'FAILED', cause: 'message', reason: reasonOf(null, 'the line was busy') };
    case 'no-answer':
      return { state: 'FAILED', cause: 'message', reason: reasonOf(null, 'nobody answered') };
    case 'canceled':
      return { state: 'FAILED', cause: 'message', reason: reasonOf(null, 'the call was canceled') };
    case 'failed':
      return failed('the call could not be made', null, 'message');
    default:
      return null;
  }
}

/** What a status callback says (PROVIDERS: Twilio), and of which SID. Null where it changes nothing. */
export function readTwilioStatus(params: Params): { sid: string; news: ReceiptNews } | null {
  const isCall = 'CallSid' in params;
  const sid = (isCall ? params.CallSid : params.MessageSid) ?? params.SmsSid ?? '';
  const news = isCall ? ofCall(params) : ofMessage(params);
  return news && /^[A-Z]{2}[0-9a-f]{32}$/i.test(sid) ? { sid, news } : null;
}

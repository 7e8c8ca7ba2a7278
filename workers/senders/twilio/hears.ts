import type { Channel } from '../../../domain/notification/channels';
import type { Config } from '../../config';
import { canCallBack } from './account';

/**
 * Whether an answer to a message of this channel comes back to us: by Twilio, from a sender that can be written to (a name
 * cannot), and with no other provider that might have sent it. SNS hands no replies on.
 */
export function hearsReplies({ twilio, aws, smsProviders }: Config, channel: Channel): boolean {
  if (channel === 'whatsapp') return twilio?.whatsapp != null;
  if (channel !== 'sms' || !twilio?.from || !/^(\+?\d+|MG[0-9a-f]{32})$/i.test(twilio.from)) return false;
  return smsProviders.includes('twilio') && !(aws && smsProviders.includes('sns'));
}

/** Whether a key pressed on a call is reported to us. */
export const hearsKeys = ({ twilio, appUrl }: Config, channel: Channel): boolean =>
  channel === 'voice' && !!twilio?.from?.startsWith('+') && canCallBack({ appUrl, baseUrl: twilio.baseUrl });

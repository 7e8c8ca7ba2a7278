import { cut } from '../../../domain/notification/render/plain';
import { httpSender } from '../http-sender';
import type { Sender } from '../sender';
import { statusCallback, type TwilioSettings, twilioRequest, twilioResult } from '../twilio/account';

const SMS_MAX = 1_600;

/** A page that an operator could not hand over in this time is reported as failed, so that the next way is taken. */
const VALID_SECONDS = 10 * 60;

/** Sends text messages by Twilio. `from` is a number, a short code, a name, or the SID of a messaging service. */
export const twilioSmsSender = (settings: TwilioSettings & { from: string }): Sender =>
  httpSender({
    provider: 'twilio',
    channel: 'sms',
    secrets: [settings.authToken],
    requestOf: (message) =>
      twilioRequest(settings, 'Messages', [
        ['To', message.to],
        [/^MG[0-9a-f]{32}$/i.test(settings.from) ? 'MessagingServiceSid' : 'From', settings.from],
        ['Body', cut(message.text, SMS_MAX)],
        ['ValidityPeriod', String(VALID_SECONDS)],
        ...statusCallback(settings, message),
      ]),
    resultOf: twilioResult,
  });

import { line } from '../../../domain/notification/render/plain';
import { httpSender } from '../http-sender';
import type { Sender } from '../sender';
import { statusCallback, type TwilioSettings, twilioRequest, twilioResult } from '../twilio/account';

const VARIABLE_MAX = 900;

/**
 * Sends WhatsApp messages by Twilio: always the approved template `contentSid` with the message as its variable {{1}},
 * one line, and never a Body, or Twilio answers 63016. `from` is an E.164 number.
 */
export const twilioWhatsappSender = (settings: TwilioSettings & { from: string; contentSid: string }): Sender =>
  httpSender({
    provider: 'twilio',
    channel: 'whatsapp',
    secrets: [settings.authToken],
    requestOf: (message) =>
      twilioRequest(settings, 'Messages', [
        ['To', `whatsapp:${message.to}`],
        ['From', `whatsapp:${settings.from}`],
        ['ContentSid', settings.contentSid],
        ['ContentVariables', JSON.stringify({ '1': line(message.text, VARIABLE_MAX) || 'OpsKnight' })],
        ...statusCallback(settings, message),
      ]),
    resultOf: twilioResult,
  });

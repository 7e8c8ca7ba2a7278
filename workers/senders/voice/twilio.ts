import { renderTwiml } from '../../../domain/notification/render/twiml';
import { keysAddress } from '../../../domain/respond/keys-address';
import { httpSender } from '../http-sender';
import type { OutgoingMessage, Sender } from '../sender';
import { statusCallback, type TwilioSettings, twilioRequest, twilioResult } from '../twilio/account';

const CALL_EVENTS = ['answered', 'completed'] as const;

/**
 * Detection runs beside the spoken message, so nobody waits for it: a voicemail that answers is reported as one, and the
 * next way to reach the person is taken.
 */
const detection = (url: string): [string, string][] => [
  ['MachineDetection', 'Enable'],
  ['AsyncAmd', 'true'],
  ['AsyncAmdStatusCallback', url],
];

const keysTo = ({ appUrl }: TwilioSettings, { keys, id, incidentId }: OutgoingMessage): string | null =>
  keys && incidentId ? keysAddress(appUrl, incidentId, id, 1) : null;

/**
 * Calls by Twilio and speaks the message up to three times. Being picked up, by a person or a machine, acknowledges
 * nothing: only a key does.
 */
export const twilioVoiceSender = (settings: TwilioSettings & { from: string }): Sender =>
  httpSender({
    provider: 'twilio',
    channel: 'voice',
    secrets: [settings.authToken],
    requestOf: (message) => {
      const callback = statusCallback(settings, message);
      return twilioRequest(settings, 'Calls', [
        ['To', message.to],
        ['From', settings.from],
        ['Twiml', renderTwiml(message.text, { keysTo: keysTo(settings, message), language: message.spokenAs })],
        ...callback,
        ...(callback.length === 0 ? [] : CALL_EVENTS).map((event): [string, string] => ['StatusCallbackEvent', event]),
        ...callback.flatMap(([, url]) => detection(url)),
      ]);
    },
    resultOf: twilioResult,
  });

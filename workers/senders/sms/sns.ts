import type { CodeTable } from '../../../domain/notification/fault';
import { cut } from '../../../domain/notification/render/plain';
import { parseRetryAfter } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { type AwsKey, signedRequest } from '../aws/sign';
import { errorLine } from '../error-line';
import type { ProviderAnswer, ProviderRequest } from '../exchange';
import { failed, faultOf } from '../fault';
import { httpSender } from '../http-sender';
import type { OutgoingMessage, Sender, SendResult } from '../sender';

type SnsSettings = AwsKey & { endpoint: string };

const SMS_MAX = 1_600;

/**
 * Sends text messages by Amazon SNS. It reports no deliveries, so such a message never gets further than "sent", and
 * it knows no idempotency (PROVIDERS: Amazon SNS Publish).
 */
export const snsSender = (settings: SnsSettings): Sender =>
  httpSender({
    provider: 'sns',
    channel: 'sms',
    secrets: [settings.secretAccessKey],
    requestOf: (message) => requestOf(settings, message),
    resultOf,
  });

function requestOf(settings: SnsSettings, { to, text }: OutgoingMessage): Promise<ProviderRequest> {
  const form = new URLSearchParams({
    Action: 'Publish',
    Version: '2010-03-31',
    PhoneNumber: to,
    Message: cut(text, SMS_MAX),
    'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
  });
  return signedRequest(settings, 'sns', {
    url: `${settings.endpoint}/`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: form.toString(),
  });
}

/** PROVIDERS: Amazon SNS Publish. Throttling comes under HTTP 400. */
export const SNS_CODES: CodeTable = {
  Throttling: 'temporary',
  ThrottlingException: 'temporary',
  Throttled: 'temporary',
  KMSThrottling: 'temporary',
  InternalError: 'temporary',
  InvalidParameter: 'message',
  ParameterValueInvalid: 'message',
  NotFound: 'setup',
  EndpointDisabled: 'recipient',
  AuthorizationError: 'setup',
  InvalidSecurity: 'setup',
  SignatureDoesNotMatch: 'setup',
  RequestExpired: 'setup',
};

const elementOf = (xml: string, name: string): string | null =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.trim() || null;

function resultOf({ status, headers, body }: ProviderAnswer, now: Instant): SendResult {
  const id = elementOf(body, 'MessageId');
  if (status === 200 && id) return { outcome: 'sent', providerId: id };
  const code = elementOf(body, 'Code');
  const words = elementOf(body, 'Message') ?? '';
  const text = errorLine('sns', code ?? status, words);
  const fault = faultOf(status, code, SNS_CODES);
  if (fault === 'message' && /\bPhoneNumber\b/.test(words)) return failed('recipient', text);
  return failed(fault === 'sent' ? 'temporary' : fault, text, parseRetryAfter(headers.get('retry-after'), now));
}

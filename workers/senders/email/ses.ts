import * as z from 'zod';
import type { CodeTable } from '../../../domain/notification/fault';
import { type MacSecret, receiptMac } from '../../../domain/notification/receipt/mac';
import { line } from '../../../domain/notification/render/plain';
import { parseRetryAfter } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { type AwsKey, signedRequest } from '../aws/sign';
import { errorLine } from '../error-line';
import type { ProviderAnswer, ProviderRequest } from '../exchange';
import { failed, faultOf } from '../fault';
import { httpSender } from '../http-sender';
import { readJson } from '../json';
import type { OutgoingMessage, Sender, SendResult } from '../sender';
import { splitMailFrom, tracingHeaders } from './mail-from';

type SesSettings = AwsKey & {
  endpoint: string;
  configurationSet: string | null;
  from: string;
  /** Signs the tags by which events find their way back. */
  secrets: readonly MacSecret[];
};

/** Sends mail by Amazon SES v2. It knows no idempotency: the repeat of a send whose answer was lost arrives twice. */
export const sesSender = (settings: SesSettings): Sender =>
  httpSender({
    provider: 'ses',
    channel: 'email',
    secrets: [settings.secretAccessKey],
    requestOf: (message) => requestOf(settings, message),
    resultOf,
  });

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** SES wants 7-bit ASCII in addresses: a name with other letters as an encoded word (RFC 2047). */
function addressOf(mailFrom: string): string {
  const { name, email } = splitMailFrom(mailFrom);
  if (name === null) return email;
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}" <${email}>`;
  return `=?UTF-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(name)))}?= <${email}>`;
}

async function requestOf(settings: SesSettings, message: OutgoingMessage): Promise<ProviderRequest> {
  const target = { incidentId: message.incidentId ?? null, notificationId: message.id };
  const mac = receiptMac(settings.secrets, target);
  const tags = { notification: message.id, incident: message.incidentId, attempt: String(message.attempt), mac };
  const mail = {
    FromEmailAddress: addressOf(settings.from),
    Destination: { ToAddresses: [message.to] },
    Content: {
      Simple: {
        Subject: utf8(message.subject ?? line(message.text, 100)),
        Body: { Text: utf8(message.text), ...(message.html === null ? {} : { Html: utf8(message.html) }) },
        Headers: Object.entries(tracingHeaders(message)).map(([Name, Value]) => ({ Name, Value })),
      },
    },
    EmailTags: Object.entries(tags).flatMap(([Name, Value]) => (Value ? [{ Name, Value }] : [])),
    ...(settings.configurationSet === null ? {} : { ConfigurationSetName: settings.configurationSet }),
  };
  return signedRequest(settings, 'ses', {
    url: `${settings.endpoint}/v2/email/outbound-emails`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(mail),
  });
}

/** PROVIDERS: Amazon SES v2. `setup` is the operator's; another provider may take the mail meanwhile. */
export const SES_CODES: CodeTable = {
  TooManyRequestsException: 'temporary',
  Throttling: 'temporary',
  ThrottlingException: 'temporary',
  MessageRejected: 'message',
  BadRequestException: 'message',
  NotFoundException: 'setup',
  MailFromDomainNotVerifiedException: 'setup',
  AccountSuspendedException: 'setup',
  SendingPausedException: 'setup',
  LimitExceededException: 'setup',
};

/** Said under codes that mean something else: a day's quota does not heal by waiting seconds, an identity not at all. */
const SETUP_WORDS =
  /daily message quota exceeded|(address|domain|identities|identity) .*(not verified|failed the check)/i;

const taken = z.object({ MessageId: z.string() });
/** Errors of SES itself say `message`, those of the gate before it `Message`. */
const refused = z.object({ message: z.string().optional(), Message: z.string().optional() });

function resultOf({ status, headers, body }: ProviderAnswer, now: Instant): SendResult {
  const id = readJson(taken, body)?.MessageId;
  if (status === 200 && id) return { outcome: 'sent', providerId: id };
  const [code = ''] = (headers.get('x-amzn-errortype') ?? '').split(':');
  const refusal = readJson(refused, body);
  const words = refusal?.message ?? refusal?.Message ?? '';
  const text = errorLine('ses', code || status, words);
  if (status < 500 && SETUP_WORDS.test(words)) return failed('setup', text);
  const fault = faultOf(status, code, SES_CODES);
  return failed(fault === 'sent' ? 'temporary' : fault, text, parseRetryAfter(headers.get('retry-after'), now));
}

import { vi } from 'vitest';
import type { Channel } from '../../domain/notification/channels';

/** What goes wrong at a provider: RELIABILITY, F7. */
export const FAULTS = ['500', '429', 'timeout', 'reset', 'accepted-then-reset', 'permanent'] as const;
export type ProviderFault = (typeof FAULTS)[number];

type Answer = [status: number, body: unknown, headers?: Record<string, string>];
type FakeProvider = {
  name: string;
  channel: Channel;
  host: string;
  address: string;
  variables: Record<string, string>;
  taken: Answer;
  tooMany: Answer;
  permanent: Answer;
};

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: 'twilio-secret',
  TWILIO_FROM: '+15005550006',
  TWILIO_WHATSAPP_FROM: 'whatsapp:+15005550006',
  TWILIO_WHATSAPP_CONTENT_SID: `HX${'0123456789abcdef'.repeat(2)}`,
};
const AWS = { AWS_ACCESS_KEY_ID: 'AKIDTEST', AWS_SECRET_ACCESS_KEY: 'aws-secret', AWS_REGION: 'eu-central-1' };
const RETRY_AFTER = { 'retry-after': '90' };

const twilio = (channel: Channel): FakeProvider => ({
  name: `twilio ${channel}`,
  channel,
  host: 'api.twilio.com',
  address: '+4930123456',
  variables: TWILIO,
  taken: [201, { sid: 'SM1', status: 'queued' }],
  tooMany: [429, { code: 20429, message: 'Too Many Requests' }, RETRY_AFTER],
  permanent: [400, { code: 21211, message: 'Invalid To' }],
});

/** Every provider with an HTTP API, in its own words (PROVIDERS §4). SMTP has a server of its own, `smtp.ts`. */
export const PROVIDERS: readonly FakeProvider[] = [
  {
    name: 'resend',
    channel: 'email',
    host: 'api.resend.com',
    address: '',
    variables: { RESEND_API_KEY: 're_1' },
    taken: [200, { id: 'r1' }],
    tooMany: [429, { name: 'rate_limit_exceeded', message: 'Too many requests', statusCode: 429 }, RETRY_AFTER],
    permanent: [422, { name: 'validation_error', message: 'Invalid `to` field.', statusCode: 422 }],
  },
  {
    name: 'sendgrid',
    channel: 'email',
    host: 'api.sendgrid.com',
    address: '',
    variables: { SENDGRID_API_KEY: 'SG.1' },
    taken: [202, '', { 'x-message-id': 's1' }],
    tooMany: [429, { errors: [{ message: 'too many requests', field: null }] }, RETRY_AFTER],
    permanent: [
      400,
      { errors: [{ message: 'Does not contain a valid address.', field: 'personalizations.0.to.0.email' }] },
    ],
  },
  {
    name: 'ses',
    channel: 'email',
    host: 'email.eu-central-1.amazonaws.com',
    address: '',
    variables: AWS,
    taken: [200, { MessageId: 'm1' }],
    tooMany: [429, { message: 'Rate exceeded' }, { ...RETRY_AFTER, 'x-amzn-errortype': 'TooManyRequestsException' }],
    permanent: [400, { message: 'Address blacklisted' }, { 'x-amzn-errortype': 'MessageRejected' }],
  },
  twilio('sms'),
  {
    name: 'sns',
    channel: 'sms',
    host: 'sns.eu-central-1.amazonaws.com',
    address: '+4930123457',
    variables: AWS,
    taken: [200, '<PublishResponse><MessageId>m1</MessageId></PublishResponse>'],
    tooMany: [
      400,
      '<ErrorResponse><Code>Throttling</Code><Message>Rate exceeded</Message></ErrorResponse>',
      RETRY_AFTER,
    ],
    permanent: [
      400,
      '<ErrorResponse><Code>InvalidParameter</Code><Message>PhoneNumber is bad</Message></ErrorResponse>',
    ],
  },
  twilio('voice'),
  twilio('whatsapp'),
  {
    name: 'slack',
    channel: 'slack',
    host: 'slack.com',
    address: 'U024BE7LH',
    variables: { SLACK_BOT_TOKEN: 'xoxb-1' },
    taken: [200, { ok: true, channel: 'D1', ts: '1.1' }],
    tooMany: [429, { ok: false, error: 'ratelimited' }, RETRY_AFTER],
    permanent: [200, { ok: false, error: 'channel_not_found' }],
  },
];

const answerOf = ([status, body, headers = {}]: Answer): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': typeof body === 'string' ? 'text/xml' : 'application/json', ...headers },
  });

/**
 * A provider on the other end of `fetch` that fails its first request so, and takes all that follow. `asked` counts
 * requests, `accepted` messages that it took. Restore it with `vi.restoreAllMocks()`.
 */
export function failingOnce(provider: FakeProvider, fault: ProviderFault) {
  const counts = { asked: 0, accepted: 0 };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const host = new URL(input instanceof Request ? input.url : String(input)).host;
    if (host !== provider.host) throw new Error(`unexpected request to ${host}`);
    counts.asked += 1;
    const isFirst = counts.asked === 1;
    if (!isFirst || fault === 'accepted-then-reset') counts.accepted += 1;
    if (!isFirst) return answerOf(provider.taken);
    switch (fault) {
      case '500':
        return answerOf([500, 'Internal Server Error']);
      case '429':
        return answerOf(provider.tooMany);
      case 'timeout':
        throw new DOMException('timed out', 'TimeoutError');
      case 'reset':
      case 'accepted-then-reset':
        throw new TypeError('Network connection lost.');
      case 'permanent':
        return answerOf(provider.permanent);
    }
  });
  return counts;
}

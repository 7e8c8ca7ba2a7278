import { afterEach, describe, expect, it, vi } from 'vitest';
import { twilioSmsSender } from '../../../workers/senders/sms/twilio';
import { twilioVoiceSender } from '../../../workers/senders/voice/twilio';
import { twilioWhatsappSender } from '../../../workers/senders/whatsapp/twilio';
import { fakeProvider } from '../../fakes/http';
import { outgoing } from './message';
import { outcomeOf } from './outcome';

afterEach(() => {
  vi.restoreAllMocks();
});

const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
const SERVICE = `MG${'0123456789abcdef'.repeat(2)}`;
const settings = {
  accountSid: ACCOUNT,
  authToken: 'twilio-secret',
  baseUrl: 'https://twilio.test',
  appUrl: 'https://ops.example.test',
  from: '+15005550006',
};
const message = (channel: 'sms' | 'voice' | 'whatsapp', text = 'P1 #1042 checkout-api') =>
  outgoing({ channel, to: '+4930123456', text, attempt: 3 });

const CALLBACK =
  'https://ops.example.test/api/providers/twilio/status?incident=inc_0123456789abcdef01234567&notification=ntf_0123456789abcdef01234567&attempt=3';

const accepting = () => fakeProvider(201, { sid: 'SM1', status: 'queued' });
const formOf = (provider: ReturnType<typeof accepting>): [string, string][] => [
  ...new URLSearchParams(provider.sent()[0]?.body),
];

describe('twilioSmsSender', () => {
  it('posts a form that is valid for minutes and asks for receipts', async () => {
    const provider = accepting();
    expect(await twilioSmsSender(settings).send(message('sms'))).toEqual({ outcome: 'sent', providerId: 'SM1' });
    const [request] = provider.sent();
    expect(request?.url).toBe(`https://twilio.test/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
    expect(request?.headers.get('authorization')).toBe(`Basic ${btoa(`${ACCOUNT}:twilio-secret`)}`);
    expect(request?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(formOf(provider)).toEqual([
      ['To', '+4930123456'],
      ['From', '+15005550006'],
      ['Body', 'P1 #1042 checkout-api'],
      ['ValidityPeriod', '600'],
      ['StatusCallback', CALLBACK],
    ]);
  });

  it('sends by a messaging service, and no more than 1,600 characters', async () => {
    const provider = accepting();
    await twilioSmsSender({ ...settings, from: SERVICE }).send(message('sms', 'x'.repeat(5000)));
    const form = new URLSearchParams(formOf(provider));
    expect(form.get('MessagingServiceSid')).toBe(SERVICE);
    expect(form.has('From')).toBe(false);
    expect(form.get('Body')).toHaveLength(1600);
  });

  it.each([
    ['https://ops.example.test', 'https://twilio.test', true],
    ['http://ops.example.test', 'https://twilio.test', false],
    ['http://127.0.0.1:8787', 'https://twilio.test', false],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:47101', true],
    ['http://localhost:8787', 'http://127.0.0.1.example.test', false],
  ])('from %s to %s asks for receipts: %s', async (appUrl, baseUrl, expected) => {
    const provider = accepting();
    await twilioSmsSender({ ...settings, appUrl, baseUrl }).send(message('sms'));
    expect(new URLSearchParams(formOf(provider)).has('StatusCallback')).toBe(expected);
  });
});

describe('twilioVoiceSender', () => {
  it('calls with what is to be said, and nothing else in it', async () => {
    const provider = accepting();
    const result = await twilioVoiceSender(settings).send(message('voice', '</Say><Dial>+1900</Dial> & "more"'));
    expect(result.outcome).toBe('sent');
    expect(provider.sent()[0]?.url).toBe(`https://twilio.test/2010-04-01/Accounts/${ACCOUNT}/Calls.json`);
    const form = formOf(provider);
    const twiml = new URLSearchParams(form).get('Twiml') ?? '';
    expect(form.filter(([name]) => name !== 'Twiml')).toEqual([
      ['To', '+4930123456'],
      ['From', '+15005550006'],
      ['StatusCallback', CALLBACK],
      ['StatusCallbackEvent', 'answered'],
      ['StatusCallbackEvent', 'completed'],
      ['MachineDetection', 'Enable'],
      ['AsyncAmd', 'true'],
      ['AsyncAmdStatusCallback', CALLBACK],
    ]);
    expect(twiml).toMatch(/^<Response>.*<\/Response>$/);
    expect(twiml).not.toContain('<Dial');
    expect(twiml.length).toBeLessThanOrEqual(4000);
  });

  it('asks for no events where nobody could report them', async () => {
    const provider = accepting();
    await twilioVoiceSender({ ...settings, appUrl: 'http://127.0.0.1:8787' }).send(message('voice'));
    expect(formOf(provider).map(([name]) => name)).toEqual(['To', 'From', 'Twiml']);
  });
});

describe('twilioWhatsappSender', () => {
  const sender = twilioWhatsappSender({ ...settings, contentSid: 'HX1' });

  it('fills the template with one line and has no Body', async () => {
    const provider = accepting();
    await sender.send(message('whatsapp', 'Error rate\n\n"above"\u0000 5 %'));
    expect(formOf(provider).slice(0, 4)).toEqual([
      ['To', 'whatsapp:+4930123456'],
      ['From', 'whatsapp:+15005550006'],
      ['ContentSid', 'HX1'],
      ['ContentVariables', '{"1":"Error rate \\"above\\" 5 %"}'],
    ]);
    expect(new URLSearchParams(formOf(provider)).has('Body')).toBe(false);
  });

  it('has no empty variable, which the template would refuse', async () => {
    const provider = accepting();
    await sender.send(message('whatsapp', ' \n'));
    expect(new URLSearchParams(formOf(provider)).get('ContentVariables')).toBe('{"1":"OpsKnight"}');
  });
});

describe('answers of Twilio', () => {
  it.each([
    [429, 20429, 'temporary'],
    [429, 21611, 'temporary'],
    [400, 21611, 'temporary'],
    [400, 63018, 'temporary'],
    [500, 20500, 'temporary'],
    [503, 21610, 'temporary'],
    [400, 21211, 'recipient'],
    [400, 21610, 'recipient'],
    [400, 21612, 'recipient'],
    [400, 21614, 'recipient'],
    [400, 63024, 'recipient'],
    [401, 20003, 'setup'],
    [400, 21212, 'setup'],
    [400, 21408, 'setup'],
    [400, 21603, 'setup'],
    [400, 21606, 'setup'],
    [400, 21910, 'setup'],
    [400, 30034, 'setup'],
    [400, 63016, 'setup'],
    [403, 99999, 'setup'],
    [404, 20404, 'setup'],
    [400, 99999, 'message'],
  ])('%s %s mean %s', async (status, code, outcome) => {
    fakeProvider(status, { code, message: 'Words with twilio-secret.', status });
    const result = await twilioSmsSender(settings).send(message('sms'));
    expect(outcomeOf(result)).toBe(outcome);
    expect(JSON.stringify(result)).not.toContain('twilio-secret');
  });

  it.each([
    [201, 'not json', 'temporary'],
    [201, { status: 'queued' }, 'temporary'],
    [302, '', 'setup'],
    [502, '<html>', 'temporary'],
  ])('%s %j means %s', async (status, body, outcome) => {
    fakeProvider(status, body);
    expect(outcomeOf(await twilioSmsSender(settings).send(message('sms')))).toBe(outcome);
  });

  it('keep the time to wait', async () => {
    fakeProvider(429, { code: 20429, message: 'Too Many Requests' }, { 'retry-after': '7' });
    expect(await twilioSmsSender(settings).send(message('sms'))).toEqual({
      outcome: 'failed-temporarily',
      error: 'twilio 20429: Too Many Requests',
      retryAfterSeconds: 7,
    });
  });
});

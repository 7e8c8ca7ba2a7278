import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readWebhookTarget } from '../../../domain/webhook/target';
import { webhookHeaders } from '../../../workers/senders/webhook/signature';
import { sendWebhook } from '../../../workers/senders/webhook/webhook';
import { fakeProvider, silentProvider } from '../../fakes/http';

afterEach(() => {
  vi.restoreAllMocks();
});

const NOW = Date.parse('2026-11-23T18:00:00.900Z');
const secretOf = (bytes: number, fill = 'k') => `whsec_${btoa(fill.repeat(bytes))}`;
const SECRET = secretOf(32);
const BODY = '{"type":"incident.opened","timestamp":"2026-11-23T18:00:00.000Z","data":{"title":"Größe ✓"}}';
const call = { id: 'evt_1', url: 'https://hooks.example.com/in?token=address-secret', secrets: [SECRET], body: BODY };

describe('webhookHeaders', () => {
  it('gives one signature per secret, as anybody else would compute it', async () => {
    const other = secretOf(24, 'o');
    const headers = await webhookHeaders([SECRET, other], { id: 'evt_1', sentAt: 1_700_000_000, body: BODY });
    const macOf = (key: string) => createHmac('sha256', key).update(`evt_1.1700000000.${BODY}`).digest('base64');
    expect(headers).toEqual({
      'webhook-id': 'evt_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': `v1,${macOf('k'.repeat(32))} v1,${macOf('o'.repeat(24))}`,
    });
  });

  it('signs the example of the Standard Webhooks specification alike', async () => {
    const headers = await webhookHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      sentAt: 1_614_265_330,
      body: '{"test": 2432232314}',
    });
    expect(headers?.['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each([[[]], [['secret']], [[secretOf(23)]], [[secretOf(65)]], [['whsec_???']], [[SECRET, 'whsec_']]])(
    'does not sign with %j',
    async (secrets) => {
      expect(await webhookHeaders(secrets, { id: 'evt_1', sentAt: 1, body: '' })).toBeNull();
    },
  );

  it('does not sign an id that could be read as another', async () => {
    expect(await webhookHeaders([SECRET], { id: 'evt.1', sentAt: 1, body: '' })).toBeNull();
  });
});

describe('readWebhookTarget', () => {
  const INWARD = [
    'https://127.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://%31%32%37.0.0.1/',
    'https://１２７.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://0.0.0.0/',
    'https://8.8.8.8/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://a.localhost/',
    'https://intranet/',
    'https://db.internal/',
    'https://printer.local/',
    'https://router.home.arpa/',
  ];
  const ODD = [
    'http://hooks.example.com/',
    'https://hooks.example.com:8443/',
    'https://hooks.example.com:22/',
    'https://user@hooks.example.com/',
    'https://user:pass@hooks.example.com/',
    'https://hooks.example.com@127.0.0.1/',
    'file:///etc/passwd',
    'ftp://hooks.example.com/',
    'javascript:alert(1)',
    'hooks.example.com',
    '',
  ];

  it.each([...INWARD, ...ODD])('refuses %s', (address) => {
    expect(readWebhookTarget(address, false).ok).toBe(false);
  });

  it.each(['https://hooks.example.com/a?b=c', 'https://hooks.example.com:443/', 'https://bücher.example.com/'])(
    'takes %s',
    (address) => {
      expect(readWebhookTarget(address, false).ok).toBe(true);
    },
  );

  it.each(['http://127.0.0.1:47111/hook', 'https://localhost:47161/', 'http://[::1]:9/'])(
    'takes %s in tests only',
    (address) => {
      expect(readWebhookTarget(address, false).ok).toBe(false);
      expect(readWebhookTarget(address, true).ok).toBe(true);
    },
  );

  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://hooks.example.com/',
    'http://user@127.0.0.1/',
    'https://[::ffff:10.0.0.1]/',
    'file:///etc/passwd',
  ])('refuses %s even in tests', (address) => {
    expect(readWebhookTarget(address, true).ok).toBe(false);
  });
});

describe('sendWebhook', () => {
  it('posts the signed body as it stands, with the time of the attempt', async () => {
    const receiver = fakeProvider(204);
    expect(await sendWebhook(call, false, NOW)).toEqual({ outcome: 'sent', status: 204 });
    const [request] = receiver.sent();
    expect(request).toMatchObject({ url: call.url, body: BODY, init: { method: 'POST', redirect: 'manual' } });
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(request?.headers.get('user-agent')).toMatch(/^OpsKnight-Edge/);
    expect(request?.headers.get('webhook-id')).toBe('evt_1');
    expect(request?.headers.get('webhook-timestamp')).toBe(String(Math.floor(NOW / 1000)));
  });

  it.each([
    [301, 'failed-temporarily'],
    [307, 'failed-temporarily'],
    [400, 'failed-temporarily'],
    [401, 'failed-temporarily'],
    [404, 'failed-temporarily'],
    [429, 'failed-temporarily'],
    [500, 'failed-temporarily'],
    [504, 'failed-temporarily'],
  ])('takes %s for %s', async (status, outcome) => {
    const receiver = fakeProvider(status, 'anybody could write this', { location: 'http://127.0.0.1/' });
    const result = await sendWebhook(call, false, NOW);
    expect(result).toMatchObject({ outcome, status });
    expect(JSON.stringify(result)).not.toMatch(/address-secret|anybody/);
    expect(receiver.sent()).toHaveLength(1);
  });

  it('stops for good at 410', async () => {
    fakeProvider(410);
    expect(await sendWebhook(call, false, NOW)).toMatchObject({ outcome: 'failed', status: 410, cause: 'gone' });
  });

  it('keeps the time to wait', async () => {
    fakeProvider(429, '', { 'retry-after': '40' });
    expect(await sendWebhook(call, false, NOW)).toMatchObject({ retryAfterSeconds: 40 });
  });

  it.each(['late', 'lost'] as const)('may be tried again when the answer is %s', async (kind) => {
    silentProvider(kind);
    const result = await sendWebhook(call, false, NOW);
    expect(result).toMatchObject({ outcome: 'failed-temporarily', status: null });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it.each([
    { ...call, url: 'https://127.1/?token=address-secret' },
    { ...call, secrets: [] },
    { ...call, secrets: ['whsec_short'] },
  ])('sends nothing to the wrong place or without a signature', async (wrong) => {
    const receiver = fakeProvider(200);
    const result = await sendWebhook(wrong, false, NOW);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'setup', status: null });
    expect(JSON.stringify(result)).not.toMatch(/address-secret|short/);
    expect(receiver.sent()).toEqual([]);
  });
});

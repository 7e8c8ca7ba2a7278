import { afterEach, describe, expect, it, vi } from 'vitest';
import { exchange } from '../../../workers/senders/exchange';
import { failed, faultOf } from '../../../workers/senders/fault';
import { httpSender } from '../../../workers/senders/http-sender';
import type { Sender } from '../../../workers/senders/sender';
import { fakeProvider, silentProvider } from '../../fakes/http';
import { outgoing } from './message';

afterEach(() => {
  vi.restoreAllMocks();
});

const REQUEST = { url: 'https://api.example.test/v1', headers: { 'Content-Type': 'application/json' }, body: '{}' };

const sender = (requestOf: () => typeof REQUEST = () => REQUEST): Sender =>
  httpSender({
    provider: 'pigeon',
    channel: 'sms',
    secrets: ['sesame', ''],
    requestOf,
    resultOf: ({ status, body }) =>
      status === 200 ? { outcome: 'sent', providerId: body } : failed('message', `pigeon: ${body}`),
  });

describe('httpSender', () => {
  it('posts once, under its own name, and follows nothing', async () => {
    const provider = fakeProvider(200, 'id-1');
    expect(await sender().send(outgoing())).toEqual({ outcome: 'sent', providerId: 'id-1' });
    const [request, ...others] = provider.sent();
    expect(others).toEqual([]);
    expect(request).toMatchObject({ url: REQUEST.url, body: '{}', init: { method: 'POST', redirect: 'manual' } });
    expect(request?.headers.get('user-agent')).toMatch(/^OpsKnight-Edge/);
    expect(request?.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    ['late', 'pigeon: no answer in time'],
    ['lost', 'pigeon: no connection, or it was lost'],
  ] as const)('may be tried again when the answer is %s', async (kind, error) => {
    silentProvider(kind);
    expect(await sender().send(outgoing())).toEqual({ outcome: 'failed-temporarily', error, retryAfterSeconds: null });
  });

  it('hides secrets that the provider repeats', async () => {
    fakeProvider(401, 'the key sesame is wrong, not sesame');
    expect(await sender().send(outgoing())).toMatchObject({ error: 'pigeon: the key … is wrong, not …' });
  });

  it('blames our set-up when there is no request to be made', async () => {
    const broken = sender(() => {
      throw new TypeError('sesame');
    });
    const result = await broken.send(outgoing());
    expect(result).toMatchObject({ outcome: 'failed', cause: 'setup' });
    expect(JSON.stringify(result)).not.toContain('sesame');
  });
});

describe('exchange', () => {
  it('reads no more than it was told to', async () => {
    fakeProvider(200, 'ü'.repeat(100_000));
    expect(await exchange(REQUEST, 1000, 11)).toMatchObject({ status: 200, body: 'üüüüü' });
    expect(await exchange(REQUEST)).toMatchObject({ body: 'ü'.repeat(32 * 1024) });
  });

  it('takes an answer that breaks off for none', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(broken));
    expect(await exchange(REQUEST)).toEqual({ silence: 'no connection, or it was lost' });
  });
});

describe('faultOf', () => {
  it.each([
    [400, 'slow-down', 'temporary'],
    [400, 'other', 'message'],
    [400, 'constructor', 'message'],
    [400, null, 'message'],
    [401, 'other', 'setup'],
    [429, 'used-up', 'setup'],
    [429, 'other', 'temporary'],
    [500, 'used-up', 'temporary'],
    [200, null, 'sent'],
  ])('reads %s %s as %s', (status, code, fault) => {
    expect(faultOf(status, code, { 'slow-down': 'temporary', 'used-up': 'setup' })).toBe(fault);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { resendSender } from '../../../workers/senders/email/resend';
import { outgoing } from './message';

const sender = () =>
  resendSender({ apiKey: 're_secret', baseUrl: 'https://resend.test/', from: 'OpsKnight <pager@ops.example.test>' });

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  });

const vendorError = (statusCode: number, name: string, message = 'Words.') => ({ statusCode, name, message });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('resendSender', () => {
  it('posts the mail with User-Agent, key and the notification as Idempotency-Key', async () => {
    const fetched = answer(200, { id: 're-1' });
    expect(await sender().send(outgoing())).toEqual({ outcome: 'sent', providerId: 're-1' });
    const [url, init] = fetched.mock.calls[0] ?? [];
    const headers = new Headers(init?.headers);
    expect(url).toBe('https://resend.test/emails');
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(headers.get('user-agent')).toMatch(/^OpsKnight-Edge/);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('authorization')).toBe('Bearer re_secret');
    expect(headers.get('idempotency-key')).toBe('ntf_0123456789abcdef01234567');
    expect(JSON.parse(String(init?.body))).toMatchObject({ to: ['bo@example.test'], text: 'Error rate above 5 %\n' });
  });

  it('sends the same body on each attempt, or the key would be refused', async () => {
    const fetched = answer(200, { id: 're-1' });
    await sender().send(outgoing({ attempt: 1 }));
    await sender().send(outgoing({ attempt: 2 }));
    const [first, second] = fetched.mock.calls.map(([, init]) => init?.body);
    expect(second).toBe(first);
  });

  it.each([
    [429, 'rate_limit_exceeded', 'failed-temporarily'],
    [429, 'daily_quota_exceeded', 'setup'],
    [429, 'monthly_quota_exceeded', 'setup'],
    [409, 'concurrent_idempotent_requests', 'failed-temporarily'],
    [409, 'invalid_idempotent_request', 'message'],
    [400, 'validation_error', 'message'],
    [401, 'missing_api_key', 'setup'],
    [401, 'restricted_api_key', 'setup'],
    [403, 'invalid_api_key', 'setup'],
    [403, 'validation_error', 'setup'],
    [404, 'not_found', 'setup'],
    [422, 'missing_required_field', 'message'],
    [422, 'invalid_from_address', 'setup'],
    [418, 'new_in_2027', 'message'],
    [500, 'application_error', 'failed-temporarily'],
    [503, 'new_in_2027', 'failed-temporarily'],
  ])('reads %s %s as %s', async (status, name, expected) => {
    answer(status, vendorError(status, name));
    const result = await sender().send(outgoing());
    expect(result.outcome === 'failed' ? result.cause : result.outcome).toBe(expected);
    expect(JSON.stringify(result)).not.toContain('re_secret');
  });

  it('blames the address for what Resend says of `to`', async () => {
    answer(
      422,
      vendorError(422, 'validation_error', 'Invalid `to` field. The email address needs to follow a format.'),
    );
    expect(await sender().send(outgoing())).toMatchObject({ outcome: 'failed', cause: 'recipient' });
  });

  it('keeps the time Resend asks for', async () => {
    answer(429, vendorError(429, 'rate_limit_exceeded'), { 'retry-after': '7' });
    expect(await sender().send(outgoing())).toMatchObject({ outcome: 'failed-temporarily', retryAfterSeconds: 7 });
  });

  it.each([
    [403, 'error code: 1010', 'setup'],
    [502, '<html>Bad gateway</html>', 'failed-temporarily'],
    [302, '', 'setup'],
  ])('goes by the status %s when the body is not JSON', async (status, body, expected) => {
    answer(status, body);
    const result = await sender().send(outgoing());
    expect(result.outcome === 'failed' ? result.cause : result.outcome).toBe(expected);
  });

  it('tries again later after an answer that cannot be read, a lost connection or none in time', async () => {
    answer(200, 'not json');
    expect((await sender().send(outgoing())).outcome).toBe('failed-temporarily');
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new DOMException('timed out', 'TimeoutError'));
    expect((await sender().send(outgoing())).outcome).toBe('failed-temporarily');
  });
});

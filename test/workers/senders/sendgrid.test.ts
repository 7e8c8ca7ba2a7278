import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendgridSender } from '../../../workers/senders/email/sendgrid';
import { fakeProvider } from '../../fakes/http';
import { outgoing } from './message';
import { outcomeOf } from './outcome';

afterEach(() => {
  vi.restoreAllMocks();
});

const sender = (from = 'OpsKnight <pager@ops.example.test>') =>
  sendgridSender({ apiKey: 'SG.secret', baseUrl: 'https://sendgrid.test', from });

const refusal = (message: string, field: string | null = null) => ({ errors: [{ message, field, help: null }] });

describe('sendgridSender', () => {
  it('posts both parts, plain text first, with what its events need to be joined', async () => {
    const provider = fakeProvider(202, '', { 'x-message-id': 'sg-1' });
    expect(await sender().send(outgoing({ attempt: 2 }))).toEqual({ outcome: 'sent', providerId: 'sg-1' });
    const [request] = provider.sent();
    expect(request?.url).toBe('https://sendgrid.test/v3/mail/send');
    expect(request?.headers.get('authorization')).toBe('Bearer SG.secret');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      personalizations: [{ to: [{ email: 'bo@example.test', name: 'Bo' }] }],
      from: { email: 'pager@ops.example.test', name: 'OpsKnight' },
      subject: '[P1] checkout-api: Error rate above 5 %',
      content: [
        { type: 'text/plain', value: 'Error rate above 5 %\n' },
        { type: 'text/html', value: '<p>Error rate above 5 %</p>' },
      ],
      headers: { 'Auto-Submitted': 'auto-generated', 'X-OpsKnight-Notification': 'ntf_0123456789abcdef01234567' },
      custom_args: {
        notification: 'ntf_0123456789abcdef01234567',
        incident: 'inc_0123456789abcdef01234567',
        attempt: '2',
      },
    });
  });

  it('does with a bare MAIL_FROM, no HTML, no subject and no incident', async () => {
    const provider = fakeProvider(202);
    const message = outgoing({ html: null, subject: null, incidentId: undefined, recipientName: ' ' });
    expect(await sender('pager@ops.example.test').send(message)).toEqual({ outcome: 'sent', providerId: null });
    expect(JSON.parse(provider.sent()[0]?.body ?? '')).toMatchObject({
      from: { email: 'pager@ops.example.test' },
      subject: 'Error rate above 5 %',
      content: [{ type: 'text/plain' }],
    });
  });

  it.each([
    [200, '<html>a proxy</html>', 'temporary'],
    [302, '', 'setup'],
    [400, refusal('Bad Request'), 'message'],
    [400, refusal('Does not contain a valid address.', 'personalizations.0.to.0.email'), 'recipient'],
    [401, refusal('The provided authorization grant is invalid'), 'setup'],
    [403, refusal('The from address does not match a verified Sender Identity.', 'from'), 'setup'],
    [404, refusal('not found'), 'setup'],
    [413, refusal('too large'), 'message'],
    [429, refusal('too many requests'), 'temporary'],
    [500, refusal('Internal'), 'temporary'],
    [503, 'unavailable', 'temporary'],
  ])('reads %s %j as %s', async (status, body, outcome) => {
    fakeProvider(status, body);
    const result = await sender().send(outgoing());
    expect(outcomeOf(result)).toBe(outcome);
    expect(JSON.stringify(result)).not.toContain('SG.secret');
  });

  it('waits until the reset that it names, or for Retry-After if that is longer', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T18:00:00Z'));
    fakeProvider(429, '', {
      'x-ratelimit-reset': String(Date.parse('2026-11-23T18:00:09Z') / 1000),
      'retry-after': '4',
    });
    expect(await sender().send(outgoing())).toMatchObject({ retryAfterSeconds: 9 });
  });
});

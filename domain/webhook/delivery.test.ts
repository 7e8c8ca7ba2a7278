import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../shared/time';
import { afterWebhookAttempt, WEBHOOK_RETRY_MS, type WebhookAttempt } from './delivery';

const NOW = Date.UTC(2026, 10, 23, 3, 0, 0);
const become = (attempts: number, result: WebhookAttempt, attemptsBefore = 0) =>
  afterWebhookAttempt({ attempts, attemptsBefore }, result, NOW);
const refused = (status: number | null, retryAfterSeconds: number | null = null): WebhookAttempt => ({
  outcome: 'failed-temporarily',
  status,
  error: 'webhook: no',
  retryAfterSeconds,
});

describe('a delivery after an attempt', () => {
  it('is settled by a success', () => {
    const { change, slowUntil, disable } = become(3, { outcome: 'sent', status: 204 });
    expect(change).toMatchObject({ state: 'SENT', status: 204, error: null, nextAt: null, leasedUntil: null });
    expect([slowUntil, disable]).toEqual([null, null]);
  });

  it('waits 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, then has failed', () => {
    const waits = WEBHOOK_RETRY_MS.map((_, i) => (become(i + 1, refused(500)).change.nextAt ?? 0) - NOW);
    const hours = [2, 5, 10, 14, 20, 24].map((count) => count * HOUR);
    expect(waits).toEqual([5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...hours]);
    expect(become(10, refused(500)).change).toMatchObject({ state: 'FAILED', nextAt: null, status: 500 });
  });

  it('starts the schedule anew in the next round', () => {
    expect(become(11, refused(null), 10).change).toMatchObject({
      state: 'FAILED_TEMPORARILY',
      nextAt: NOW + 5 * SECOND,
    });
  });

  it('never comes back before Retry-After, which is trusted for a day at most', () => {
    expect(become(1, refused(503, 120)).change.nextAt).toBe(NOW + 120 * SECOND);
    expect(become(2, refused(503, 120)).change.nextAt).toBe(NOW + 5 * MINUTE);
    expect(become(1, refused(503, 10 ** 8)).change.nextAt).toBe(NOW + 24 * HOUR);
  });

  it.each([429, 502, 504])('slows its webhook down after %s', (status) => {
    expect(become(1, refused(status))).toMatchObject({
      slowUntil: NOW + 30 * SECOND,
      change: { nextAt: NOW + 30 * SECOND },
    });
    expect(become(1, refused(status, 90)).slowUntil).toBe(NOW + 90 * SECOND);
  });

  it('leaves the pace alone after other faults', () => {
    expect(become(1, refused(500)).slowUntil).toBeNull();
    expect(become(1, refused(null)).slowUntil).toBeNull();
  });

  it('switches its webhook off when the receiver wants no more, and only then', () => {
    const gone = become(1, { outcome: 'failed', status: 410, error: 'webhook: gone', cause: 'gone' });
    expect(gone).toMatchObject({
      change: { state: 'FAILED' },
      disable: 'The receiver answered 410: it takes no more.',
    });
    expect(become(1, { outcome: 'failed', status: 400, error: 'x', cause: 'setup' }).disable).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../shared/time';
import { MESSAGE_KINDS, type MessageKind } from './kinds';
import { type AttemptResult, afterAttempt, newMessage, QUEUE_PATIENCE, refuseToSend } from './lifecycle';

const NOW = 1_800_000_000_000;

const message = (kind: MessageKind, attempts = 1) => ({
  ...newMessage(
    { id: 'mes_1', kind, channel: 'email', userId: 'usr_1', recipient: 'bo@example.test', recipientName: 'Bo' },
    { subject: 's', text: 'words', html: '<p>words</p>' },
    NOW,
  ),
  attempts,
});

const sent: AttemptResult = { outcome: 'sent', providerId: 'p1' };
const failed: AttemptResult = { outcome: 'failed', error: 'no such address' };
const temporary = (retryAfterSeconds: number | null = null): AttemptResult => ({
  outcome: 'failed-temporarily',
  error: 'down',
  retryAfterSeconds,
});

describe('a new message', () => {
  it('waits, and is looked after should its queue lose it', () => {
    expect(message('invitation', 0)).toMatchObject({
      state: 'PENDING',
      attempts: 0,
      leasedUntil: null,
      nextAt: NOW + QUEUE_PATIENCE,
    });
  });
});

describe('after an attempt', () => {
  it.each<[string, number, AttemptResult, string, string | null, number | null]>([
    ['sent', 1, sent, 'SENT', null, null],
    ['sent at the last moment', 8, sent, 'SENT', null, null],
    ['refused for good', 1, failed, 'FAILED', 'no such address', null],
    ['failed once', 1, temporary(), 'FAILED_TEMPORARILY', 'down', 5],
    ['failed again', 4, temporary(), 'FAILED_TEMPORARILY', 'down', 60],
    ['told when to come back', 1, temporary(90), 'FAILED_TEMPORARILY', 'down', 90],
    ['failed for the last time', 8, temporary(), 'FAILED', 'down', null],
  ])('%s', (_, attempts, result, state, reason, retryInSeconds) => {
    const after = afterAttempt(message('contact-method-test', attempts), result, NOW);
    expect(after.retryInSeconds).toBe(retryInSeconds);
    expect(after.change).toEqual({
      state,
      reason,
      leasedUntil: null,
      nextAt: retryInSeconds === null ? null : NOW + retryInSeconds * SECOND,
      updatedAt: NOW,
    });
  });

  it.each(MESSAGE_KINDS)('%s keeps no words that let somebody in', (kind) => {
    const letsIn = ['invitation', 'password-reset', 'verification-code'].includes(kind);
    const wiped = letsIn ? { text: '', html: null } : {};
    for (const result of [sent, failed]) {
      const { state, reason, leasedUntil, nextAt, updatedAt, ...words } = afterAttempt(
        message(kind),
        result,
        NOW,
      ).change;
      expect(words).toEqual(wiped);
    }
    expect(afterAttempt(message(kind), temporary(), NOW).change).not.toHaveProperty('text');
  });
});

describe('a leased message', () => {
  it.each<[MessageKind, number]>([
    ['invitation', 7 * DAY],
    ['password-reset', 60 * MINUTE],
    ['verification-code', 10 * MINUTE],
    ['contact-method-test', 60 * MINUTE],
  ])('of the kind %s is sent for %d ms and then no more', (kind, goodFor) => {
    expect(refuseToSend(message(kind), NOW + goodFor - 1)).toBeNull();
    expect(refuseToSend(message(kind), NOW + goodFor)).toMatchObject({ state: 'CANCELLED', nextAt: null });
  });

  it('ends when its senders keep crashing', () => {
    expect(refuseToSend(message('invitation', 8), NOW)).toBeNull();
    expect(refuseToSend(message('invitation', 9), NOW)).toMatchObject({ state: 'FAILED', text: '' });
  });
});

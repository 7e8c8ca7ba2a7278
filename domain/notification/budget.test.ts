import { describe, expect, it } from 'vitest';
import { MINUTE } from '../shared/time';
import { askBudget, budgetOf, type Spent } from './budget';

const spent = (...minutes: number[]): Spent[] =>
  minutes.map((minute, i) => ({ notificationId: `ntf_${i}`, at: minute * MINUTE }));
const ask = (channel: 'sms' | 'voice' | 'email', before: Spent[], minute: number, id = 'ntf_new') =>
  askBudget(channel, before, id, minute * MINUTE);

describe('the budget of a number', () => {
  it.each([
    ['sms', 5],
    ['voice', 3],
  ] as const)('of %s is %i in 15 minutes', (channel, limit) => {
    const full = spent(...Array.from({ length: limit }, (_, i) => i));
    expect(ask(channel, full.slice(1), 10)).toEqual({ kind: 'granted', isNew: true });
    expect(ask(channel, full, 10)).toMatchObject({ kind: 'held-back', until: 15 * MINUTE });
    expect(ask(channel, full, 15)).toEqual({ kind: 'granted', isNew: true });
  });

  it('says why a message was held back', () => {
    expect(ask('voice', spent(1, 2, 3), 4)).toMatchObject({
      reason: 'held back: this number had 3 calls in 15 minutes',
    });
  });

  it('is asked again by the same notification at no cost, even when it is used up', () => {
    expect(ask('sms', spent(1, 2, 3, 4, 5), 6, 'ntf_2')).toEqual({ kind: 'granted', isNew: false });
  });

  it('looks at the newest that count, in whatever order they come', () => {
    expect(ask('voice', spent(9, 1, 5, 7), 10)).toMatchObject({ kind: 'held-back', until: 20 * MINUTE });
  });

  it('is for numbers only', () => {
    expect(budgetOf('email')).toBeNull();
    expect(ask('email', spent(1, 1, 1, 1, 1, 1), 1)).toEqual({ kind: 'granted', isNew: false });
  });
});

import { describe, expect, it } from 'vitest';
import type { Receipt } from '../notification/receipt/receipt';
import { NOTIFICATION_STATES } from '../notification/state';
import { afterReceipt } from './receipt';

const of = { provider: 'twilio', providerId: 'SM1', attempt: 2 };
const delivered: Receipt = { ...of, state: 'DELIVERED' };
const read: Receipt = { ...of, state: 'READ' };
const failed: Receipt = { ...of, state: 'FAILED', reason: 'twilio 30005: unknown handset', cause: 'recipient' };

const becomes = (receipt: Receipt): string[] =>
  NOTIFICATION_STATES.flatMap((state) => {
    const change = afterReceipt({ state, attempts: 2 }, receipt);
    return change ? [`${state} → ${change.state}`] : [];
  });

describe('a receipt for a message that belongs to no incident', () => {
  it('of arrival changes what is on its way, also when it overtakes the sender’s own report', () => {
    expect(becomes(delivered)).toEqual([
      'PENDING → DELIVERED',
      'SENDING → DELIVERED',
      'SENT → DELIVERED',
      'FAILED_TEMPORARILY → DELIVERED',
    ]);
  });

  it('of reading goes one further, and nothing leads back from it', () => {
    expect(becomes(read)).toEqual([
      'PENDING → READ',
      'SENDING → READ',
      'SENT → READ',
      'DELIVERED → READ',
      'FAILED_TEMPORARILY → READ',
    ]);
    for (const receipt of [delivered, read, failed])
      expect(afterReceipt({ state: 'READ', attempts: 2 }, receipt)).toBeNull();
  });

  it('of failure fails what is on its way with the provider’s reason, never what has arrived', () => {
    expect(becomes(failed)).toEqual([
      'PENDING → FAILED',
      'SENDING → FAILED',
      'SENT → FAILED',
      'FAILED_TEMPORARILY → FAILED',
    ]);
    expect(afterReceipt({ state: 'SENT', attempts: 2 }, failed)).toEqual({
      state: 'FAILED',
      reason: 'twilio 30005: unknown handset',
    });
  });

  it('of an earlier attempt’s failure leaves the message alone; one that names no attempt means the latest', () => {
    expect(afterReceipt({ state: 'SENT', attempts: 3 }, failed)).toBeNull();
    expect(afterReceipt({ state: 'SENT', attempts: 3 }, { ...failed, attempt: null })?.state).toBe('FAILED');
    expect(afterReceipt({ state: 'SENT', attempts: 3 }, delivered)?.state).toBe('DELIVERED');
  });
});

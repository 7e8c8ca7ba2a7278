import type { Receipt } from '../notification/receipt/receipt';
import type { Message } from './lifecycle';

type Known = Pick<Message, 'state' | 'attempts'>;

/** What a receipt makes of a message that belongs to no incident: its new state, or nothing of it. */
export type ReceiptChange = { state: 'DELIVERED' | 'READ' | 'FAILED'; reason: string | null };

/** States never go backwards; a report of an earlier attempt changes only that attempt. Null: the message stays as it is. */
export function afterReceipt({ state, attempts }: Known, receipt: Receipt): ReceiptChange | null {
  switch (state) {
    case 'READ':
    case 'FAILED':
    case 'CANCELLED':
    case 'BUNDLED':
      return null;
    case 'DELIVERED':
      return receipt.state === 'READ' ? { state: 'READ', reason: null } : null;
    case 'PENDING':
    case 'SENDING':
    case 'SENT':
    case 'FAILED_TEMPORARILY':
      if (receipt.state !== 'FAILED') return { state: receipt.state, reason: null };
      return (receipt.attempt ?? attempts) === attempts ? { state: 'FAILED', reason: receipt.reason } : null;
  }
}

import type { SendResult } from '../../../workers/senders/sender';

/** A result in one word, for tables: `sent`, `temporary`, or the cause for which it failed for good. */
export function outcomeOf(result: SendResult): 'sent' | 'temporary' | 'recipient' | 'setup' | 'message' {
  switch (result.outcome) {
    case 'sent':
      return 'sent';
    case 'failed-temporarily':
      return 'temporary';
    case 'failed':
      return result.cause;
    default:
      return result satisfies never;
  }
}

import { type CodeTable, type Fault, knownFault } from '../../domain/notification/fault';
import { verdictOfStatus } from '../../domain/notification/retry';
import type { SendResult } from './sender';

/**
 * PROVIDERS, general rule: by HTTP class first, by the provider's own code second. A 5xx is always temporary, whatever
 * its body says; an unknown 4xx is for good. `sent` only for a 2xx without a known code.
 */
export function faultOf(status: number, code: string | null, table: CodeTable): Fault | 'sent' {
  if (status >= 500) return 'temporary';
  return knownFault(table, code) ?? verdictOfStatus(status);
}

/** The result of a message that was not sent; `retryAfterSeconds` counts only for a temporary fault. */
export const failed = (fault: Fault, error: string, retryAfterSeconds: number | null = null): SendResult =>
  fault === 'temporary'
    ? { outcome: 'failed-temporarily', error, retryAfterSeconds }
    : { outcome: 'failed', error, cause: fault };

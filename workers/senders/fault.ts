import { verdictOfStatus } from '../../domain/notification/retry';
import type { Fault, SendResult } from './sender';

/** A provider's error codes and what they mean; codes that are not named are judged by the HTTP status. */
export type CodeTable = Readonly<Record<string, Fault>>;

/**
 * PROVIDERS, general rule: by HTTP class first, by the provider's own code second. A 5xx is always temporary, whatever
 * its body says; an unknown 4xx is for good. `sent` only for a 2xx without a known code.
 */
export function faultOf(status: number, code: string | null, table: CodeTable): Fault | 'sent' {
  if (status >= 500) return 'temporary';
  const known = code !== null && Object.hasOwn(table, code) ? table[code] : undefined;
  return known ?? verdictOfStatus(status);
}

/** The result of a message that was not sent; `retryAfterSeconds` counts only for a temporary fault. */
export const failed = (fault: Fault, error: string, retryAfterSeconds: number | null = null): SendResult =>
  fault === 'temporary'
    ? { outcome: 'failed-temporarily', error, retryAfterSeconds }
    : { outcome: 'failed', error, cause: fault };

import type { Instant } from '../../../domain/shared/time';
import type { AcceptedEvent } from '../ports';
import { CHILD_CHECK_MS } from './open';

const REMEMBERED_KEYS = 1000;

/** When each key was last written to the journal: a storm on one key is told once a minute, not a thousand times. */
export class News {
  private readonly told = new Map<string, Instant>();

  /** Whether the journal should hear of these, and from then on it has. */
  take(results: readonly AcceptedEvent[], now: Instant): boolean {
    const isTold = ({ action, dedupKey }: AcceptedEvent) =>
      action === 'trigger' && (this.told.get(dedupKey) ?? 0) > now - CHILD_CHECK_MS;
    if (results.length > 0 && results.every(isTold)) return false;
    if (this.told.size > REMEMBERED_KEYS) this.told.clear();
    for (const { action, dedupKey } of results) {
      if (action === 'trigger') this.told.set(dedupKey, now);
      else this.told.delete(dedupKey);
    }
    return true;
  }
}

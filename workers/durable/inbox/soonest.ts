import type { Instant } from '../../../domain/shared/time';

/** A timer in memory that does its work once, at the earliest time that it was asked for since it did. */
export class Soonest {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private at: Instant = 0;

  constructor(private readonly work: () => void) {}

  get isSet(): boolean {
    return this.timer !== null;
  }

  within(wait: number, now: Instant): void {
    if (this.timer && this.at <= now + wait) return;
    this.clear();
    this.at = now + wait;
    this.timer = setTimeout(this.work, wait);
  }

  clear(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}

import { DurableObject } from 'cloudflare:workers';
import {
  attempt,
  forgettableAt,
  type LockoutState,
  type LockoutSubject,
  type LockoutVerdict,
  succeed,
  UNTOUCHED,
} from '../../domain/access/lockout';
import type { Env } from '../env';

type Stored = { subject: LockoutSubject; state: LockoutState };
const KEY = 'lockout';

/** Counts sign-in tries; one object per account and one per address, so that counting is exact under concurrency. */
export class LimitsDO extends DurableObject<Env> {
  /** Counts a try that is about to be made and says whether it may be made (domain/access/lockout). */
  async attempt(subject: LockoutSubject): Promise<LockoutVerdict> {
    const now = Date.now();
    const { state, verdict } = attempt(await this.load(), subject, now);
    await this.store({ subject, state });
    return verdict;
  }

  /** The try that was counted last had the right password. */
  async succeed(subject: LockoutSubject): Promise<void> {
    await this.store({ subject, state: succeed(await this.load(), subject) });
  }

  /** Empties the object when nothing is left to remember. */
  override async alarm(): Promise<void> {
    const stored = await this.ctx.storage.get<Stored>(KEY);
    const dueAt = stored ? forgettableAt(stored.state, stored.subject) : 0;
    if (Date.now() < dueAt) await this.ctx.storage.setAlarm(dueAt);
    else await this.ctx.storage.deleteAll();
  }

  private async load(): Promise<LockoutState> {
    return (await this.ctx.storage.get<Stored>(KEY))?.state ?? UNTOUCHED;
  }

  private async store(stored: Stored): Promise<void> {
    await this.ctx.storage.put(KEY, stored);
    if ((await this.ctx.storage.getAlarm()) === null) {
      await this.ctx.storage.setAlarm(forgettableAt(stored.state, stored.subject));
    }
  }
}

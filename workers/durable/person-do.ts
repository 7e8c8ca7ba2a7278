import { DurableObject } from 'cloudflare:workers';
import { askBudget, type BudgetVerdict, budgetOf, countsUntil, type Spent } from '../../domain/notification/budget';
import type { Channel } from '../../domain/notification/channels';
import type { Env } from '../env';
import { migrate } from './migrate';

/** Tables of a person's object, described in `docs/storage.md`. Only ever append. */
const PERSON_MIGRATIONS = [
  `CREATE TABLE spent (
     channel TEXT NOT NULL, number TEXT NOT NULL, notification_id TEXT NOT NULL, at INTEGER NOT NULL,
     counts_until INTEGER NOT NULL, PRIMARY KEY (channel, number, notification_id)
   );
   CREATE INDEX spent_counts_until ON spent (counts_until);`,
] as const;

/** One message that wants to go to a number of this person. */
export type BudgetQuestion = { channel: Channel; number: string; notificationId: string };

/**
 * What one person has received across all incidents (SEMANTICS 26): one object per person, asked before a page is claimed.
 * It decides alone and asks nobody, so nobody ever waits for it twice.
 */
export class PersonDO extends DurableObject<Env> {
  private readonly sql = this.ctx.storage.sql;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, PERSON_MIGRATIONS);
  }

  /** Counts a message that is about to go out, or holds it back. The same notification counts once. */
  async spend({ channel, number, notificationId }: BudgetQuestion): Promise<BudgetVerdict> {
    const now = Date.now();
    const budget = budgetOf(channel);
    const spent = this.sql
      .exec<Spent>(
        'SELECT notification_id AS notificationId, at FROM spent WHERE channel = ? AND number = ?',
        channel,
        number,
      )
      .toArray();
    const verdict = askBudget(channel, spent, notificationId, now);
    if (verdict.kind === 'held-back' || !verdict.isNew || !budget) return verdict;
    this.sql.exec(
      'INSERT INTO spent (channel, number, notification_id, at, counts_until) VALUES (?, ?, ?, ?, ?)',
      ...[channel, number, notificationId, now, countsUntil(now, budget)],
    );
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(countsUntil(now, budget));
    return verdict;
  }

  /** Forgets what no longer counts. */
  override async alarm(): Promise<void> {
    this.sql.exec('DELETE FROM spent WHERE counts_until <= ?', Date.now());
    const next = this.sql.exec<{ at: number | null }>('SELECT min(counts_until) AS at FROM spent').one().at;
    if (next !== null) await this.ctx.storage.setAlarm(next);
  }
}

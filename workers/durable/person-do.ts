import { DurableObject } from 'cloudflare:workers';
import type { Admission } from '../../domain/notification/admission';
import { askBudget, type BudgetVerdict, budgetOf, countsUntil, type Spent } from '../../domain/notification/budget';
import type { BundlePage, KnownPage } from '../../domain/notification/bundle';
import type { Channel } from '../../domain/notification/channels';
import type { Env } from '../env';
import { arm } from './alarm';
import { migrate } from './migrate';
import { bundlePage, dropPage, forgetPages, overdueBundles, pagesDueAt, pagesOfBundle, passOn } from './person/pages';
import type { PersonPort } from './ports';
import { incidentPort } from './stubs';

/** Tables of a person's object, described in `docs/storage.md`. Only ever append. */
const PERSON_MIGRATIONS = [
  `CREATE TABLE spent (
     channel TEXT NOT NULL, number TEXT NOT NULL, notification_id TEXT NOT NULL, at INTEGER NOT NULL,
     counts_until INTEGER NOT NULL, PRIMARY KEY (channel, number, notification_id)
   );
   CREATE INDEX spent_counts_until ON spent (counts_until);`,
  `CREATE TABLE pages (
     notification_id TEXT PRIMARY KEY, channel TEXT NOT NULL, number TEXT NOT NULL, incident_id TEXT NOT NULL,
     title TEXT NOT NULL, service_name TEXT NOT NULL, at INTEGER NOT NULL, leader_id TEXT, until INTEGER, sent_at INTEGER
   );
   CREATE INDEX pages_address ON pages (channel, number, at);
   CREATE INDEX pages_leader ON pages (leader_id) WHERE leader_id IS NOT NULL;
   CREATE TABLE released (notification_id TEXT PRIMARY KEY, incident_id TEXT NOT NULL, reason TEXT NOT NULL);`,
  'ALTER TABLE pages ADD COLUMN request TEXT;',
] as const;

/** One message that wants to go to a number of this person. */
export type BudgetQuestion = { channel: Channel; number: string; notificationId: string };
/** `page` null: it is sent by itself whatever else goes out. */
export type PageQuestion = BudgetQuestion & { page: Omit<BundlePage, 'notificationId'> | null };
export type BundleReleased = BudgetQuestion & { reason: string };

const RETRY_MS = 5_000;

/**
 * What one person has received across all incidents (SEMANTICS 26): one object per person, asked before a page is claimed.
 * It answers by itself and asks nobody meanwhile; what it has to tell incidents waits for its alarm, so that two objects
 * never wait for each other.
 */
export class PersonDO extends DurableObject<Env> implements PersonPort {
  private readonly sql = this.ctx.storage.sql;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, PERSON_MIGRATIONS);
  }

  /** Counts a message that is about to go out, or holds it back. The same notification counts once. */
  async spend(question: BudgetQuestion): Promise<BudgetVerdict> {
    const verdict = this.askBudget(question, Date.now());
    await this.arm();
    return verdict;
  }

  /** Tells a page of its own from one that is told together with others, and holds back what the number has had too much of. */
  async admit(question: PageQuestion): Promise<Admission> {
    const admission = this.decide(question, Date.now());
    await this.arm();
    return admission;
  }

  private decide(question: PageQuestion, now: number): Admission {
    const { notificationId, page } = question;
    const bundle = page ? bundlePage(this.sql, question, { ...page, notificationId }, now) : null;
    if (bundle?.kind === 'gather' || bundle?.kind === 'folded') return { kind: bundle.kind, until: bundle.until };
    const budget = this.askBudget(question, now);
    if (budget.kind === 'held-back') {
      // A bundle that is held back never gets its list, so what was in it is let go from here.
      this.release(notificationId, budget.reason);
      return { kind: 'held-back', reason: budget.reason };
    }
    const pages = bundle?.kind === 'lead' && bundle.pages.length > 1 ? bundle.pages.map(toldOf) : null;
    return { kind: 'send', ...(pages ? { bundle: pages } : {}) };
  }

  private askBudget({ channel, number, notificationId }: BudgetQuestion, now: number): BudgetVerdict {
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
    return verdict;
  }

  async releaseBundle({ notificationId, reason }: BundleReleased): Promise<void> {
    this.release(notificationId, reason);
    await this.arm();
  }

  private release(leaderId: string, reason: string): void {
    for (const id of pagesOfBundle(this.sql, leaderId))
      this.sql.exec(
        `INSERT OR IGNORE INTO released (notification_id, incident_id, reason)
         SELECT notification_id, incident_id, ? FROM pages WHERE notification_id = ?`,
        reason,
        id,
      );
  }

  /** Forgets what no longer counts, and sees to bundles that did not get out. The next look is armed before the work. */
  override async alarm(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + RETRY_MS);
    this.sql.exec('DELETE FROM spent WHERE counts_until <= ?', Date.now());
    forgetPages(this.sql, Date.now());
    try {
      await this.tellReleased();
      for (const { leader, heirs } of overdueBundles(this.sql, Date.now())) await this.findHeir(leader, heirs);
    } catch (error) {
      console.warn(`bundles wait for an incident: ${String(error)}`);
      return;
    }
    await this.arm();
  }

  private async tellReleased(): Promise<void> {
    type Row = { notification_id: string; incident_id: string; reason: string };
    for (const row of this.sql.exec<Row>('SELECT * FROM released').toArray()) {
      await incidentPort(this.env, row.incident_id).bundleFailed(row.notification_id, row.reason);
      this.sql.exec('DELETE FROM released WHERE notification_id = ?', row.notification_id);
      dropPage(this.sql, row.notification_id);
    }
  }

  /** The first whose incident still looks for somebody brings the bundle; where none does, there is nothing to bring. */
  private async findHeir(leader: KnownPage, heirs: KnownPage[]): Promise<void> {
    let before = leader;
    for (const heir of heirs) {
      passOn(this.sql, before.notificationId, heir, Date.now());
      if (await incidentPort(this.env, heir.incidentId).leadBundle(heir.notificationId)) return;
      before = heir;
    }
    dropPage(this.sql, before.notificationId);
  }

  private async arm(): Promise<void> {
    const counts = this.sql.exec<{ at: number | null }>('SELECT min(counts_until) AS at FROM spent').one().at;
    const released = this.sql.exec<{ n: number }>('SELECT count(*) AS n FROM released').one().n > 0;
    const waits = [counts, pagesDueAt(this.sql), released ? Date.now() : null].filter((at) => at !== null);
    await arm(this.ctx.storage, waits.length > 0 ? Math.min(...waits) : null);
  }
}

const toldOf = ({ notificationId, incidentId, title, serviceName, request }: KnownPage): BundlePage => ({
  notificationId,
  incidentId,
  title,
  serviceName,
  ...(request ? { request } : {}),
});

import { DurableObject } from 'cloudflare:workers';
import { type OpenReply, replyCode } from '../../domain/respond/reply-code';
import type { Instant } from '../../domain/shared/time';
import type { Env } from '../env';
import { migrate } from './migrate';

/** Tables of a number's object, described in `docs/storage.md`. Only ever append. */
const PHONE_MIGRATIONS = [
  `CREATE TABLE replies (
     code TEXT PRIMARY KEY, incident_id TEXT NOT NULL UNIQUE, notification_id TEXT NOT NULL, expires_at INTEGER NOT NULL
   );`,
] as const;

/** A page that goes out to this number; it can be answered from there until `expiresAt`. */
export type ReplyQuestion = { number: string; incidentId: string; notificationId: string; expiresAt: Instant };

const ROW = 'code, incident_id AS incidentId, notification_id AS notificationId, expires_at AS expiresAt';

/**
 * Which pages one phone number can answer by a short code. It is found by the number that a reply comes from, so replies
 * work while D1 is down (SEMANTICS 25), and a code that somebody else was sent is worth nothing.
 */
export class PhoneDO extends DurableObject<Env> {
  private readonly sql = this.ctx.storage.sql;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, PHONE_MIGRATIONS);
  }

  /** The code of an incident at this number: the same one for each of its pages, which makes it last longer. */
  async codeFor({ number, incidentId, notificationId, expiresAt }: ReplyQuestion): Promise<string> {
    this.forget();
    const known = this.sql.exec<OpenReply>(`SELECT ${ROW} FROM replies WHERE incident_id = ?`, incidentId).toArray()[0];
    const code = known?.code ?? this.freeCode(number, incidentId);
    this.sql.exec('INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?)', code, incidentId, notificationId, expiresAt);
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(expiresAt);
    return code;
  }

  /** Null: no page of this number has that code now. */
  async pageOf(code: string): Promise<OpenReply | null> {
    const sql = `SELECT ${ROW} FROM replies WHERE code = ? AND expires_at > ?`;
    return this.sql.exec<OpenReply>(sql, code, Date.now()).toArray()[0] ?? null;
  }

  override async alarm(): Promise<void> {
    this.forget();
    const next = this.sql.exec<{ at: number | null }>('SELECT min(expires_at) AS at FROM replies').one().at;
    if (next !== null) await this.ctx.storage.setAlarm(next);
  }

  private forget(): void {
    this.sql.exec('DELETE FROM replies WHERE expires_at <= ?', Date.now());
  }

  private freeCode(number: string, incidentId: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const code = replyCode(number, incidentId, attempt);
      if (this.sql.exec('SELECT 1 FROM replies WHERE code = ?', code).toArray().length === 0) return code;
    }
  }
}

import { DurableObject } from 'cloudflare:workers';
import type { Channel } from '../../domain/notification/channels';
import type { Env } from '../env';
import type { OutgoingMessage } from '../senders/sender';

/** One message as its receiver would have seen it. `at` is when it was sent, in milliseconds. */
export type OutboxMessage = {
  id: string;
  notificationId: string;
  channel: Channel;
  to: string;
  recipientName: string;
  subject: string | null;
  text: string;
  html: string | null;
  attempt: number;
  at: number;
};

/** Which messages to list: newest first, at most `limit` (100, up to 1,000), older than the message `before`. */
export type OutboxQuery = { limit?: number; before?: string; channel?: Channel };

type Row = Omit<OutboxMessage, 'id'> & { seq: number };

const KEPT_MESSAGES = 50_000;
const LIST_LIMIT = 100;
const LIST_LIMIT_MAX = 1_000;
const ID_PREFIX = 'msg_';

const seqOf = (id: string | undefined): number => {
  const seq = Number(id?.slice(ID_PREFIX.length));
  return id?.startsWith(ID_PREFIX) && Number.isSafeInteger(seq) ? seq : Number.MAX_SAFE_INTEGER;
};

/**
 * The local outbox: where messages go while `APP_URL` is loopback and no provider is set (SEMANTICS 7). One object,
 * with its own storage, because pages go out while D1 is down. It keeps the newest 50,000 messages.
 */
export class OutboxDO extends DurableObject<Env> {
  private readonly sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    this.sql.exec(`CREATE TABLE IF NOT EXISTS messages (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      notification_id TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      channel TEXT NOT NULL,
      recipient TEXT NOT NULL,
      recipient_name TEXT NOT NULL,
      subject TEXT,
      text TEXT NOT NULL,
      html TEXT,
      at INTEGER NOT NULL,
      UNIQUE (notification_id, attempt)
    )`);
  }

  /**
   * Keeps the message. The same attempt of the same notification is one row, so a repeated call does no harm; each
   * further attempt is a row of its own, so a notification that was sent twice is seen twice.
   */
  add(message: OutgoingMessage): { id: string } {
    const { id, attempt, channel, to, recipientName, subject, text, html } = message;
    const { seq } = this.sql
      .exec<{ seq: number }>(
        `INSERT INTO messages (notification_id, attempt, channel, recipient, recipient_name, subject, text, html, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (notification_id, attempt) DO UPDATE SET attempt = excluded.attempt
         RETURNING seq`,
        ...[id, attempt, channel, to, recipientName, subject, text, html, Date.now()],
      )
      .one();
    this.sql.exec('DELETE FROM messages WHERE seq <= ?', seq - KEPT_MESSAGES);
    return { id: `${ID_PREFIX}${seq}` };
  }

  list({ limit = LIST_LIMIT, before, channel }: OutboxQuery = {}): OutboxMessage[] {
    const rows = this.sql.exec<Row>(
      `SELECT seq, notification_id AS notificationId, attempt, channel, recipient AS "to",
              recipient_name AS recipientName, subject, text, html, at
       FROM messages WHERE seq < ?1 AND (?2 IS NULL OR channel = ?2) ORDER BY seq DESC LIMIT ?3`,
      ...[seqOf(before), channel ?? null, Math.min(Math.max(1, limit), LIST_LIMIT_MAX)],
    );
    return [...rows].map(({ seq, ...message }) => ({ id: `${ID_PREFIX}${seq}`, ...message }));
  }

  clear(): void {
    this.sql.exec('DELETE FROM messages');
  }
}

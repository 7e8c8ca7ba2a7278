import { DurableObject } from 'cloudflare:workers';
import { sha256Hex } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import type { Audience } from '../../domain/status-page/page';
import type { PublicPage } from '../../domain/status-page/public';
import type { Env } from '../env';
import { migrate } from './migrate';

/** Who may see a page, and by what. */
export type StatusGate = { audience: Audience; passwordHash: string | null };

/** A page as it is stored at one of its addresses. `nextAt`: when it is another one by the clock alone. */
export type StoredStatusPage = {
  page: PublicPage;
  gate: StatusGate;
  logos: { light: string | null; dark: string | null };
  /** Where this address is reached, without a slash at the end. */
  url: string;
  checkedAt: Instant;
  nextAt: Instant;
};

/** One rendered answer. `policy`: its Content-Security-Policy, where it is a page. */
export type StatusDocument = { type: string; body: string; policy: string | null };

/** What stands under a path; `document` null: it is to be made of `page`, which comes along only then. */
export type ServedPage = {
  version: string;
  pageId: string;
  gate: StatusGate;
  checkedAt: Instant;
  nextAt: Instant;
  document: StatusDocument | null;
  stored: StoredStatusPage | null;
};

const MIGRATIONS = [
  `CREATE TABLE page (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    version TEXT NOT NULL,
    page_id TEXT NOT NULL,
    gate TEXT NOT NULL,
    stored TEXT NOT NULL,
    checked_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL
  );
  CREATE TABLE documents (
    path TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    policy TEXT
  )`,
  // Which version stands in the bucket of copies; null: none, or none is known to.
  'ALTER TABLE page ADD COLUMN exported TEXT',
];

/** Documents kept of a version; what nobody has asked for yet is made when somebody does. */
const MOST_DOCUMENTS = 1000;

type Row = {
  version: string;
  page_id: string;
  gate: string;
  stored: string;
  checked_at: number;
  next_at: number;
  exported: string | null;
};

/** What the page says, whenever it was made. */
const versionOf = ({ page, gate, logos, url }: StoredStatusPage): string =>
  sha256Hex(JSON.stringify([{ ...page, madeAt: 0 }, gate, logos, url])).slice(0, 24);

/**
 * What was last made of a status page, one object for each of its addresses, so that it is served while D1 is away.
 * Documents are made once for each version and stored beside it; a new version lets go of them.
 */
export class StatusPageDO extends DurableObject<Env> {
  private readonly sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
  }

  private get isEmpty(): boolean {
    return this.sql.exec("SELECT name FROM sqlite_master WHERE name = 'page'").toArray().length === 0;
  }

  read(path: string): ServedPage | null {
    // An address that nobody has ever had stores nothing, however often it is asked for.
    if (this.isEmpty) return null;
    const row = this.sql.exec<Row>('SELECT * FROM page').toArray()[0];
    if (!row) return null;
    const document = this.sql
      .exec<StatusDocument>('SELECT type, body, policy FROM documents WHERE path = ?', path)
      .toArray()[0];
    return {
      version: row.version,
      pageId: row.page_id,
      gate: JSON.parse(row.gate) as StatusGate,
      checkedAt: row.checked_at,
      nextAt: row.next_at,
      document: document ?? null,
      stored: document ? null : (JSON.parse(row.stored) as StoredStatusPage),
    };
  }

  put(stored: StoredStatusPage): { changed: boolean; isExported: boolean } {
    migrate(this.ctx.storage, MIGRATIONS);
    const version = versionOf(stored);
    const before = this.sql.exec<Row>('SELECT * FROM page').toArray()[0];
    // Of two that were made at once, the later one counts.
    if (before && before.checked_at > stored.checkedAt) return { changed: false, isExported: true };
    const changed = before?.version !== version;
    this.ctx.storage.transactionSync(() => {
      if (changed) this.sql.exec('DELETE FROM documents');
      this.sql.exec(
        `INSERT INTO page (only_one, version, page_id, gate, stored, checked_at, next_at) VALUES (1, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (only_one) DO UPDATE SET version = excluded.version, page_id = excluded.page_id,
           gate = excluded.gate, stored = excluded.stored, checked_at = excluded.checked_at, next_at = excluded.next_at`,
        ...[version, stored.page.id, JSON.stringify(stored.gate), JSON.stringify(stored)],
        ...[stored.checkedAt, stored.nextAt],
      );
    });
    return { changed, isExported: before?.exported === version };
  }

  /** The bucket of copies holds this version. False: another one stands here by now. */
  exported(version: string): boolean {
    if (this.isEmpty) return true;
    migrate(this.ctx.storage, MIGRATIONS);
    this.sql.exec('UPDATE page SET exported = ? WHERE version = ?', version, version);
    return this.sql.exec<Row>('SELECT * FROM page').toArray()[0]?.version === version;
  }

  keep(version: string, path: string, { type, body, policy }: StatusDocument): void {
    if (this.isEmpty) return;
    const row = this.sql.exec<Row>('SELECT * FROM page').toArray()[0];
    const { count } = this.sql.exec<{ count: number }>('SELECT count(*) AS count FROM documents').one();
    if (row?.version !== version || count >= MOST_DOCUMENTS) return;
    this.sql.exec(
      'INSERT INTO documents (path, type, body, policy) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO NOTHING',
      ...[path, type, body, policy],
    );
  }

  async clear(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}

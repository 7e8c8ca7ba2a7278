import { and, eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { Db } from '../client';
import { heartbeats } from '../schema';
import type { Statement } from './batch';
import { holdsWords, keyed, listPage } from './listing';

type Row = typeof heartbeats.$inferSelect;
type Secrets = 'secretHash' | 'previousSecretHash';

/** Without anything of its key but the inbox, whose name is no secret. */
export type Heartbeat = Omit<Row, Secrets | 'nameKey'>;

function withoutSecrets(row: Row): Heartbeat {
  const { secretHash: _hash, previousSecretHash: _old, nameKey: _key, ...heartbeat } = row;
  return heartbeat;
}

export async function findHeartbeat(db: Db, id: string): Promise<Heartbeat | null> {
  const [row] = await db.select().from(heartbeats).where(eq(heartbeats.id, id));
  return row ? withoutSecrets(row) : null;
}

/** Of one service or of all, in order of name. */
export async function listHeartbeats(
  db: Db,
  { q, sort, ...page }: PageRequest & NameSearch,
  serviceId?: string,
): Promise<Page<Heartbeat> | null> {
  const { nameKey, id } = heartbeats;
  const where = and(serviceId ? eq(heartbeats.serviceId, serviceId) : undefined, holdsWords(nameKey, q));
  const found = await listPage(db, heartbeats, [nameKey, id], page, where, sort === '-name');
  return found && { ...found, data: found.data.map(withoutSecrets) };
}

export const insertHeartbeat = (db: Db, row: Heartbeat & { secretHash: string }): Statement =>
  db.insert(heartbeats).values(keyed(row));

export const updateHeartbeat = (db: Db, row: Heartbeat & Partial<Pick<Row, Secrets>>): Statement =>
  db.update(heartbeats).set(keyed(row)).where(eq(heartbeats.id, row.id));

/** The hash of its present secret, for whoever makes a new one; null: there is no such heartbeat. */
export async function findHeartbeatSecret(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ hash: heartbeats.secretHash }).from(heartbeats).where(eq(heartbeats.id, id));
  return row?.hash ?? null;
}

export const deleteHeartbeat = (db: Db, id: string): Statement => db.delete(heartbeats).where(eq(heartbeats.id, id));

export const deleteAllHeartbeats = (db: Db): Statement => db.delete(heartbeats);

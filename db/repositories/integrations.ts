import { and, eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { Db } from '../client';
import { integrations } from '../schema';
import type { Statement } from './batch';
import { holdsWords, keyed, listPage } from './listing';

type Row = typeof integrations.$inferSelect;

/** Without anything of its key but the inbox, whose name is no secret. */
export type Integration = Omit<Row, 'secretHash' | 'nameKey'>;

const withoutHash = ({ secretHash: _hash, nameKey: _key, ...integration }: Row): Integration => integration;

export async function findIntegration(db: Db, id: string): Promise<Integration | null> {
  const [row] = await db.select().from(integrations).where(eq(integrations.id, id));
  return row ? withoutHash(row) : null;
}

/** Of one service or of all, in order of name. */
export async function listIntegrations(
  db: Db,
  { q, sort, ...page }: PageRequest & NameSearch,
  serviceId?: string,
): Promise<Page<Integration> | null> {
  const { nameKey, id } = integrations;
  const where = and(serviceId ? eq(integrations.serviceId, serviceId) : undefined, holdsWords(nameKey, q));
  const found = await listPage(db, integrations, [nameKey, id], page, where, sort === '-name');
  return found && { ...found, data: found.data.map(withoutHash) };
}

export const insertIntegration = (db: Db, row: Omit<Row, 'nameKey'>): Statement =>
  db.insert(integrations).values(keyed(row));

export const updateIntegration = (db: Db, row: Integration & { secretHash?: string }): Statement =>
  db.update(integrations).set(keyed(row)).where(eq(integrations.id, row.id));

export const deleteIntegration = (db: Db, id: string): Statement =>
  db.delete(integrations).where(eq(integrations.id, id));

export const deleteAllIntegrations = (db: Db): Statement => db.delete(integrations);

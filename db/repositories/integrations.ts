import { eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { integrations } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

type Row = typeof integrations.$inferSelect;

/** Without anything of its key but the inbox, whose name is no secret. */
export type Integration = Omit<Row, 'secretHash'>;

const withoutHash = ({ secretHash: _hash, ...integration }: Row): Integration => integration;

export async function findIntegration(db: Db, id: string): Promise<Integration | null> {
  const [row] = await db.select().from(integrations).where(eq(integrations.id, id));
  return row ? withoutHash(row) : null;
}

/** Of one service or of all, in order of name. */
export async function listIntegrations(
  db: Db,
  page: PageRequest,
  serviceId?: string,
): Promise<Page<Integration> | null> {
  const where = serviceId ? eq(integrations.serviceId, serviceId) : undefined;
  const found = await listPage(db, integrations, [integrations.name, integrations.id], page, where);
  return found && { ...found, data: found.data.map(withoutHash) };
}

export const insertIntegration = (db: Db, row: Row): Statement => db.insert(integrations).values(row);

export const updateIntegration = (db: Db, row: Integration & { secretHash?: string }): Statement =>
  db.update(integrations).set(row).where(eq(integrations.id, row.id));

export const deleteIntegration = (db: Db, id: string): Statement =>
  db.delete(integrations).where(eq(integrations.id, id));

export const deleteAllIntegrations = (db: Db): Statement => db.delete(integrations);

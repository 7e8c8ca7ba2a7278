import { and, eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { Db } from '../client';
import { integrations } from '../schema';
import type { Statement } from './batch';
import { holdsWords, keyed, listPage } from './listing';

type Row = typeof integrations.$inferSelect;

type Secrets = 'secretHash' | 'previousSecretHash' | 'signing';

/** Without anything of its key but the inbox, whose name is no secret. `signed`: a signature is required. */
export type Integration = Omit<Row, Secrets | 'nameKey'> & { signed: boolean };

/** What is written of its secrets; they are read back by the inbox only. */
export type IntegrationSecrets = Partial<Pick<Row, Secrets>>;

function withoutSecrets(row: Row): Integration {
  const { secretHash: _hash, previousSecretHash: _old, nameKey: _key, signing, ...integration } = row;
  return { ...integration, signed: signing.length > 0 };
}

export async function findIntegration(db: Db, id: string): Promise<Integration | null> {
  const [row] = await db.select().from(integrations).where(eq(integrations.id, id));
  return row ? withoutSecrets(row) : null;
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
  return found && { ...found, data: found.data.map(withoutSecrets) };
}

type NewRow = Omit<typeof integrations.$inferInsert, 'nameKey'> & { signed?: boolean };

export const insertIntegration = (db: Db, { signed: _signed, ...row }: NewRow): Statement =>
  db.insert(integrations).values(keyed(row));

export const updateIntegration = (db: Db, { signed: _signed, ...row }: Integration & IntegrationSecrets): Statement =>
  db.update(integrations).set(keyed(row)).where(eq(integrations.id, row.id));

/** The secrets of one, for whoever changes them; null: there is no such integration. */
export async function findSecrets(db: Db, id: string): Promise<Pick<Row, Secrets> | null> {
  const [row] = await db
    .select({
      secretHash: integrations.secretHash,
      previousSecretHash: integrations.previousSecretHash,
      signing: integrations.signing,
    })
    .from(integrations)
    .where(eq(integrations.id, id));
  return row ?? null;
}

export const deleteIntegration = (db: Db, id: string): Statement =>
  db.delete(integrations).where(eq(integrations.id, id));

export const deleteAllIntegrations = (db: Db): Statement => db.delete(integrations);

import { and, eq, isNull } from 'drizzle-orm';
import type { ServiceSettings } from '../../domain/plan/plan';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { services } from '../schema';
import type { Statement } from './batch';
import { holdsWords, keyed, listPage } from './listing';

type Row = typeof services.$inferSelect;
export type Service = Omit<Row, 'deletedAt' | 'nameKey'>;

const withoutMark = ({ deletedAt: _mark, nameKey: _key, ...service }: Row): Service => service;

/** Null for one that was deleted, too. */
export async function findService(db: Db, id: string): Promise<Service | null> {
  const [row] = await db
    .select()
    .from(services)
    .where(and(eq(services.id, id), isNull(services.deletedAt)));
  return row ? withoutMark(row) : null;
}

/** How a service is set, or was when it was deleted: its figures outlive it. Null where there never was one. */
export async function findSettings(db: Db, id: string): Promise<ServiceSettings | null> {
  const [row] = await db.select({ settings: services.settings }).from(services).where(eq(services.id, id));
  return row?.settings ?? null;
}

/** In order of name. */
export async function listServices(
  db: Db,
  { q, sort, ...page }: PageRequest & NameSearch,
): Promise<Page<Service> | null> {
  const where = and(isNull(services.deletedAt), holdsWords(services.nameKey, q));
  const found = await listPage(db, services, [services.nameKey, services.id], page, where, sort === '-name');
  return found && { ...found, data: found.data.map(withoutMark) };
}

export const insertService = (db: Db, service: Service): Statement => db.insert(services).values(keyed(service));

export const updateService = (db: Db, service: Service): Statement =>
  db.update(services).set(keyed(service)).where(eq(services.id, service.id));

/**
 * Marked, because incidents of the past go on referring to it (SEMANTICS 24); lets go of its team and policy, so that
 * these can be deleted.
 */
export const markServiceDeleted = (db: Db, id: string, now: Instant): Statement =>
  db
    .update(services)
    .set({ deletedAt: now, updatedAt: now, teamId: null, escalationPolicyId: null })
    .where(eq(services.id, id));

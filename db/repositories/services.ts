import { and, eq, isNull } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { services } from '../schema';
import type { Statement } from './batch';
import { listPage } from './listing';

type Row = typeof services.$inferSelect;
export type Service = Omit<Row, 'deletedAt'>;

const withoutMark = ({ deletedAt: _mark, ...service }: Row): Service => service;

/** Null for one that was deleted, too. */
export async function findService(db: Db, id: string): Promise<Service | null> {
  const [row] = await db
    .select()
    .from(services)
    .where(and(eq(services.id, id), isNull(services.deletedAt)));
  return row ? withoutMark(row) : null;
}

/** In order of name. */
export async function listServices(db: Db, page: PageRequest): Promise<Page<Service> | null> {
  const found = await listPage(db, services, [services.name, services.id], page, isNull(services.deletedAt));
  return found && { ...found, data: found.data.map(withoutMark) };
}

export const insertService = (db: Db, service: Service): Statement => db.insert(services).values(service);

export const updateService = (db: Db, service: Service): Statement =>
  db.update(services).set(service).where(eq(services.id, service.id));

/**
 * Marked, because incidents of the past go on referring to it (SEMANTICS 24); lets go of its team and policy, so that
 * these can be deleted.
 */
export const markServiceDeleted = (db: Db, id: string, now: Instant): Statement =>
  db
    .update(services)
    .set({ deletedAt: now, updatedAt: now, teamId: null, escalationPolicyId: null })
    .where(eq(services.id, id));

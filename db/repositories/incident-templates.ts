import { eq } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { incidentTemplates } from '../schema';
import type { Statement } from './batch';
import { keyed, listPage } from './listing';

export type IncidentTemplate = Omit<typeof incidentTemplates.$inferSelect, 'nameKey'>;

const withoutKey = ({ nameKey: _key, ...row }: typeof incidentTemplates.$inferSelect): IncidentTemplate => row;

/** A page by name; null for a cursor that this list did not give out. */
export async function listTemplates(db: Db, page: PageRequest): Promise<Page<IncidentTemplate> | null> {
  const found = await listPage(db, incidentTemplates, [incidentTemplates.nameKey, incidentTemplates.id], page);
  return found && { ...found, data: found.data.map(withoutKey) };
}

export async function findTemplate(db: Db, id: string): Promise<IncidentTemplate | null> {
  const [row] = await db.select().from(incidentTemplates).where(eq(incidentTemplates.id, id));
  return row ? withoutKey(row) : null;
}

export const insertTemplate = (db: Db, template: IncidentTemplate): Statement =>
  db.insert(incidentTemplates).values(keyed(template));

export const replaceTemplate = (db: Db, template: IncidentTemplate): Statement => {
  const { id, ...row } = keyed(template);
  return db.update(incidentTemplates).set(row).where(eq(incidentTemplates.id, id));
};

export const deleteTemplate = (db: Db, id: string): Statement =>
  db.delete(incidentTemplates).where(eq(incidentTemplates.id, id));

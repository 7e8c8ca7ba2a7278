import { and, asc, eq } from 'drizzle-orm';
import { MAX_CUSTOM_FIELDS } from '../../domain/custom-field/input';
import type { FieldChange } from '../../domain/custom-field/value';
import type { Db } from '../client';
import { customFields, customFieldValues } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

export type CustomField = typeof customFields.$inferSelect;

/** All of them in order; there are at most 50. */
export const orderedFields = (db: Db) =>
  db.select().from(customFields).orderBy(asc(customFields.position), asc(customFields.id)).limit(MAX_CUSTOM_FIELDS);

export const listCustomFields = async (db: Db): Promise<CustomField[]> => orderedFields(db);

export async function findCustomField(db: Db, id: string): Promise<CustomField | null> {
  const [row] = await db.select().from(customFields).where(eq(customFields.id, id));
  return row ?? null;
}

export const insertCustomField = (db: Db, field: CustomField): Statement => db.insert(customFields).values(field);

export const replaceCustomField = (db: Db, { id, ...field }: CustomField): Statement =>
  db.update(customFields).set(field).where(eq(customFields.id, id));

/** Takes its values along. */
export const deleteCustomField = (db: Db, id: string): Statement =>
  db.delete(customFields).where(eq(customFields.id, id));

/** Carries out what was decided about the values of one incident. */
export const changeValues = (db: Db, incidentId: string, { set, clear }: FieldChange): Statement[] => [
  ...(clear.length > 0
    ? [
        db
          .delete(customFieldValues)
          .where(and(eq(customFieldValues.incidentId, incidentId), inIds(customFieldValues.fieldId, clear))),
      ]
    : []),
  ...set.map(({ fieldId, value }) =>
    db
      .insert(customFieldValues)
      .values({ incidentId, fieldId, value })
      .onConflictDoUpdate({ target: [customFieldValues.incidentId, customFieldValues.fieldId], set: { value } }),
  ),
];

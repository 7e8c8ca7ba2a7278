import { eq } from 'drizzle-orm';
import { NO_PREFERENCES, type Preferences } from '../../domain/notification/preferences';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { notificationPreferences } from '../schema';
import type { Statement } from './batch';

/** What a person has set; nothing of it where they have set nothing. */
export async function findPreferences(db: Db, userId: string): Promise<Preferences> {
  const [row] = await db.select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId));
  return row?.preferences ?? NO_PREFERENCES;
}

export const putPreferences = (db: Db, userId: string, preferences: Preferences, now: Instant): Statement => {
  const row = { userId, preferences, updatedAt: now };
  return db
    .insert(notificationPreferences)
    .values(row)
    .onConflictDoUpdate({ target: notificationPreferences.userId, set: row });
};

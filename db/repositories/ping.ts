import { sql } from 'drizzle-orm';
import type { Db } from '../client';

/** Asks D1 for nothing; throws what D1 throws. */
export const ping = async (db: Db): Promise<void> => {
  await db.get(sql`SELECT 1`);
};

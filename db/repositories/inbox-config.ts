import { eq } from 'drizzle-orm';
import type { Db } from '../client';
import { integrations } from '../schema';
import { inboxColumns } from './plan-confirmations';

/** What an inbox needs to know of its integration, secrets included, and whose service it is. Null: no such inbox. */
export async function findInboxIntegration(db: Db, inbox: string) {
  const [row] = await db
    .select({ ...inboxColumns, serviceId: integrations.serviceId })
    .from(integrations)
    .where(eq(integrations.inbox, inbox));
  return row ?? null;
}

import { eq } from 'drizzle-orm';
import type { Db } from '../client';
import { heartbeats, integrations } from '../schema';
import { inboxColumns } from './plan-confirmations';

/** What an inbox needs to know of its integration, secrets included, and whose service it is. Null: no such inbox. */
export async function findInboxIntegration(db: Db, inbox: string) {
  const [row] = await db
    .select({ ...inboxColumns, serviceId: integrations.serviceId })
    .from(integrations)
    .where(eq(integrations.inbox, inbox));
  return row ?? null;
}

/** The same of a heartbeat. */
export async function findInboxHeartbeat(db: Db, inbox: string) {
  const [row] = await db.select().from(heartbeats).where(eq(heartbeats.inbox, inbox));
  if (!row) return null;
  const { nameKey: _key, inbox: _inbox, createdAt: _created, updatedAt: _updated, serviceId, ...settings } = row;
  return { serviceId, settings };
}

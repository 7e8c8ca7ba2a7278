import { eq } from 'drizzle-orm';
import type { Db } from '../client';
import { integrations } from '../schema';

/** What an inbox needs to know of its integration, secret's hash included. Null: nobody has such an inbox. */
export async function findInboxIntegration(db: Db, inbox: string) {
  const [row] = await db
    .select({
      id: integrations.id,
      name: integrations.name,
      type: integrations.type,
      serviceId: integrations.serviceId,
      secretHash: integrations.secretHash,
      enabled: integrations.enabled,
    })
    .from(integrations)
    .where(eq(integrations.inbox, inbox));
  return row ?? null;
}

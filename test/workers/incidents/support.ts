import { env } from 'cloudflare:test';
import { makeDb } from '../../../db/client';
import { incidents } from '../../../db/schema';

export const db = makeDb(env.DB);

let count = 0;

/** A row of the read model as a projection would leave it; answers its id. */
export async function anIncident(change: Partial<typeof incidents.$inferInsert> = {}): Promise<string> {
  count += 1;
  const id = `inc_${String(count).padStart(16, '0')}`;
  await db.insert(incidents).values({
    ...{ id, number: 1000 + count, seq: 1, status: 'OPEN', urgency: 'HIGH', visibility: 'PUBLIC' },
    ...{
      title: `Incident ${count}`,
      serviceId: 'svc_a',
      serviceName: 'A',
      inbox: 'service:svc_a',
      dedupKey: `k${count}`,
    },
    ...{ alertCount: 1, step: 0, cycle: 1, openedAt: count, lastEventAt: count, nobodyPaged: false },
    ...change,
  });
  return change.id ?? id;
}

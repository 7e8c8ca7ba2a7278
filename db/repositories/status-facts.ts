import { and, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { spanAt } from '../../domain/maintenance/window';
import { hashedId } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import type { ComponentState, ServiceFacts } from '../../domain/status-page/component';
import type { StateChange } from '../../domain/status-page/uptime';
import type { Db } from '../client';
import { incidents, maintenanceWindows, statusChanges } from '../schema';
import type { Statement } from './batch';
import { isUnresolved } from './incident-filter';
import { groupBy, inIds } from './listing';

/** Open incidents looked at; a thousand say no more than the worst of them. */
const MOST = 500;

/** What is open of these services and may be told of, and which of them are in maintenance now. */
export async function serviceFacts(
  db: Db,
  serviceIds: readonly string[],
  now: Instant,
): Promise<Map<string, ServiceFacts>> {
  if (serviceIds.length === 0) return new Map();
  const [open, windows] = await Promise.all([
    db
      .select({ serviceId: incidents.serviceId, urgency: incidents.urgency, priority: incidents.priority })
      .from(incidents)
      .where(
        and(
          inIds(incidents.serviceId, serviceIds),
          // Without it, every incident that these services ever had would be looked at, each minute.
          isUnresolved,
          ne(incidents.status, 'SUPPRESSED'),
          eq(incidents.visibility, 'PUBLIC'),
        ),
      )
      .orderBy(incidents.urgency)
      .limit(MOST),
    db
      .select()
      .from(maintenanceWindows)
      .where(
        and(
          or(isNull(maintenanceWindows.overAt), gt(maintenanceWindows.overAt, now)),
          sql`${maintenanceWindows.labels} = '{}'`,
        ),
      ),
  ]);
  const active = windows.filter((window) => spanAt(window, now) !== null);
  return new Map(
    serviceIds.map((id) => [
      id,
      {
        incidents: open.filter(({ serviceId }) => serviceId === id),
        inMaintenance: active.some(({ serviceIds: ids }) => ids.includes(id)),
      },
    ]),
  );
}

/** What may be told of an incident; null: it is private, or there is none. */
export async function publicIncident(db: Db, id: string) {
  const { serviceId, urgency, priority, openedAt } = incidents;
  const [row] = await db
    .select({ id: incidents.id, serviceId, urgency, priority, openedAt })
    .from(incidents)
    .where(and(eq(incidents.id, id), eq(incidents.visibility, 'PUBLIC')));
  return row ?? null;
}

/** Changes of each component since `since`, with the one that held then, in order of time. */
export async function changesSince(
  db: Db,
  componentIds: readonly string[],
  since: Instant,
): Promise<Map<string, StateChange[]>> {
  const rows = await db
    .select({ componentId: statusChanges.componentId, state: statusChanges.state, at: statusChanges.at })
    .from(statusChanges)
    .where(
      and(
        inIds(statusChanges.componentId, componentIds),
        sql`${statusChanges.at} >= coalesce((SELECT max(earlier.at) FROM status_changes earlier
              WHERE earlier.component_id = ${statusChanges.componentId} AND earlier.at <= ${since}), 0)`,
      ),
    )
    .orderBy(statusChanges.componentId, statusChanges.at);
  return groupBy(rows, ({ componentId }) => componentId);
}

/** Noted once however often the same is seen at once. */
export const insertChange = (db: Db, componentId: string, state: ComponentState, at: Instant): Statement =>
  db
    .insert(statusChanges)
    .values({ id: hashedId('sch', [componentId, at]), componentId, state, at })
    .onConflictDoNothing();

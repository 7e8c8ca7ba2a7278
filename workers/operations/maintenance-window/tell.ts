import { openIncidentsOf, windowsOfService } from '../../../db/repositories/maintenance-windows';
import type { MaintenanceWindow, PlanWindow } from '../../../domain/maintenance/window';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { reasonOf } from '../plan/reason';

/** No request may run into the limits of the platform; the rest look again by themselves within a quarter of an hour. */
const AT_ONCE = 300;
const PARALLEL = 10;

type Services = Pick<MaintenanceWindow, 'serviceIds'>;

/** Whose plans change with a window that was, or is now, of these services. */
export const servicesOf = (...windows: Services[]): 'all' | { services: string[] } =>
  windows.some(({ serviceIds }) => serviceIds.length === 0)
    ? 'all'
    : { services: [...new Set(windows.flatMap(({ serviceIds }) => serviceIds))] };

/** Tells what is open of the services which windows there are now, after the answer. */
export function tellIncidents(context: Context, ...windows: Services[]): void {
  context.waitUntil(
    tell(context, servicesOf(...windows)).catch((error) => {
      console.warn(`incidents not told of a maintenance window: ${reasonOf(error)}`);
    }),
  );
}

async function tell({ db, env, now }: Context, touched: 'all' | { services: string[] }): Promise<void> {
  const open = await openIncidentsOf(db, touched === 'all' ? 'all' : touched.services, AT_ONCE);
  const windows = new Map<string, Promise<PlanWindow[]>>();
  for (let i = 0; i < open.length; i += PARALLEL) {
    await Promise.allSettled(
      open.slice(i, i + PARALLEL).map(async ({ id, serviceId }) => {
        const known = windows.get(serviceId) ?? windowsOfService(db, serviceId, now);
        windows.set(serviceId, known);
        await incidentPort(env, id).takeWindows(await known);
      }),
    );
  }
}

import { err, ok, type Result } from '../../../domain/shared/result';
import type { StatusPage } from '../../../domain/status-page/page';
import type { StatusReport } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { createMaintenanceWindow } from '../maintenance-window/create';
import { endMaintenanceWindow } from '../maintenance-window/end';
import { removeMaintenanceWindow } from '../maintenance-window/remove';
import { updateMaintenanceWindow } from '../maintenance-window/update';

type Held = Pick<StatusReport, 'title' | 'components' | 'startsAt' | 'endsAt'>;

/** The window that holds the alerts of the components' services during the work. Failures: forbidden, invalid. */
export async function holdPages(context: Context, page: StatusPage, report: Held): Promise<Result<string>> {
  const named = new Set(report.components.map(({ componentId }) => componentId));
  const serviceIds = page.components.filter(({ id }) => named.has(id)).flatMap((component) => component.serviceIds);
  if (serviceIds.length === 0)
    return err(invalidField('holdPages', 'Name a component that is linked to a service, whose pages can be held'));
  const window = await createMaintenanceWindow(context, {
    name: report.title,
    reason: `Announced on the status page ${page.name}`,
    serviceIds: [...new Set(serviceIds)],
    labels: {},
    timezone: page.timezone,
    startAt: report.startsAt,
    endAt: report.endsAt ?? report.startsAt,
    repeat: null,
  });
  return window.ok ? ok(window.value.id) : window;
}

/** The work is over, or is not to be: what it held pages again. A window that is gone or over needs nothing. */
export async function letGo(context: Context, { maintenanceWindowId: id, status }: StatusReport): Promise<void> {
  if (!id) return;
  if (status === 'scheduled') await removeMaintenanceWindow(context, { id });
  else await endMaintenanceWindow(context, { id });
}

/** The work has moved, and the window with it. Failures: forbidden, invalid. */
export async function moveWindow(
  context: Context,
  { maintenanceWindowId: id, startsAt, endsAt, title }: StatusReport,
): Promise<Result<null>> {
  if (!id || endsAt === null) return ok(null);
  const moved = await updateMaintenanceWindow(context, { id, name: title, startAt: startsAt, endAt: endsAt });
  return moved.ok || moved.error.code === 'not-found' ? ok(null) : moved;
}

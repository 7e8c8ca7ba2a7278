import { serviceFacts } from '../../../db/repositories/status-facts';
import type { ReportWithUpdates } from '../../../db/repositories/status-reports';
import { type ComponentState, componentState, type StateSource } from '../../../domain/status-page/component';
import type { StatusPage } from '../../../domain/status-page/page';
import { reportedStates } from '../../../domain/status-page/report';
import type { Context } from '../../context';

/** What each component of a page is now, and why. */
export async function statesOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  page: StatusPage,
  reports: readonly ReportWithUpdates[],
): Promise<Map<string, { state: ComponentState; source: StateSource }>> {
  const services = await serviceFacts(db, [...new Set(page.components.flatMap(({ serviceIds }) => serviceIds))], now);
  const reported = reports.flatMap(({ report }) => reportedStates(report));
  return new Map(
    page.components.map((component) => [
      component.id,
      componentState(
        component,
        {
          services,
          reported: reported.filter(({ componentId }) => componentId === component.id).map(({ state }) => state),
        },
        now,
      ),
    ]),
  );
}

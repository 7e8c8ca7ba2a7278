import { textOf } from '~/lib/form';
import type { DashboardOperations } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { movePanel, newPanelInput, orderPanels, updateDashboardInput } from '../../../domain/analytics/dashboard';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { dashboardPath } from './words';

/** Does what a button of the page says, and answers where to go then. */
export async function runDashboardCommand(
  dashboard: DashboardOperations,
  id: string,
  form: FormData,
): Promise<Result<string>> {
  const verb = textOf(form, 'verb');
  if (verb === 'remove') {
    const removed = await dashboard.remove({ id });
    return removed.ok ? ok('/analytics/dashboards') : removed;
  }
  const back = `${dashboardPath({ id })}/edit`;
  const found = await dashboard.get({ id });
  if (!found.ok) return found;
  const { panels } = found.value;
  const panel = textOf(form, 'panel');
  const change = async (input: object): Promise<Result<string>> => {
    const changed = await parsed(updateDashboardInput, input, (taken) => dashboard.update({ id, ...taken }));
    return changed.ok ? ok(back) : changed;
  };
  switch (verb) {
    case 'up':
      return change({ panels: movePanel(panels, panel, -1) });
    case 'down':
      return change({ panels: movePanel(panels, panel, 1) });
    case 'order':
      return change({ panels: orderPanels(panels, textOf(form, 'order').split(' ')) });
    case 'take':
      return change({ panels: panels.filter((one) => one.id !== panel) });
    case 'add':
      return parsed(newPanelInput, newPanel(form), (added) => change({ panels: [...panels, added] }));
    case 'save':
      return change({ name: textOf(form, 'name'), isShared: form.get('isShared') === 'yes' });
    default:
      return err(failure('invalid', 'This button does nothing here.'));
  }
}

const newPanel = (form: FormData) => ({
  subject: textOf(form, 'subject'),
  days: textOf(form, 'days'),
  serviceId: textOf(form, 'serviceId') || null,
  teamId: textOf(form, 'teamId') || null,
});

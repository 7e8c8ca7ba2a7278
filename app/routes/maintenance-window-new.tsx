import { fieldTextOf } from '~/components/escalation-policy/moment-field';
import { windowChoices } from '~/components/maintenance/save.server';
import { type WindowValues, windowInputOf } from '~/components/maintenance/values';
import { WindowForm } from '~/components/maintenance/window-form';
import { WHO_MAY, WINDOW_SAYS, WINDOWS_PATH, windowPath } from '~/components/maintenance/words';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { createMaintenanceWindowInput } from '../../domain/maintenance/input';
import { HOUR } from '../../domain/shared/time';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', WHO_MAY);
  const zone = usableZone(viewer.locale, viewer.timezone);
  const startAt = Math.ceil(context.now / HOUR) * HOUR;
  const service = new URL(request.url).searchParams.get('service');
  const values: WindowValues = {
    timezone: zone.timeZone,
    startAt: fieldTextOf(startAt, zone),
    endAt: fieldTextOf(startAt + HOUR, zone),
    ...(service ? { [`service ${service}`]: 'on' } : {}),
  };
  return { values, ...(await windowChoices({ context, request }, zone.timeZone)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const { create } = operationsOf(context).maintenanceWindow;
  const made = said(await parsed(createMaintenanceWindowInput, windowInputOf(form), create), WINDOW_SAYS);
  if (!made.ok) return refusal(made.error, 'create', form, { context, request });
  return redirect(`${windowPath(made.value)}?done=create`);
}

export const meta = () => pageTitle('Plan maintenance');

export default function MaintenanceWindowNew() {
  const { values, services, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: WINDOWS_PATH, word: 'Maintenance windows' }]} />
      <PageHeader title="Plan maintenance" />
      <WindowForm
        values={values}
        refusal={refused}
        services={services}
        zones={zones}
        save="Plan maintenance"
        cancelTo={WINDOWS_PATH}
      />
    </>
  );
}

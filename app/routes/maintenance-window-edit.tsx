import { windowChoices } from '~/components/maintenance/save.server';
import { valuesOf, windowInputOf } from '~/components/maintenance/values';
import { WindowForm } from '~/components/maintenance/window-form';
import { WHO_MAY, WINDOW_SAYS, WINDOWS_PATH, windowPath } from '~/components/maintenance/words';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { updateMaintenanceWindowInput } from '../../domain/maintenance/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const window = unwrap(await operationsOf(context).maintenanceWindow.get({ id: params.id ?? '' }), where);
  const { id, name } = window;
  return { id, name, values: valuesOf(window), ...(await windowChoices(where, window.timezone)) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const { update } = operationsOf(context).maintenanceWindow;
  const run = (input: Parameters<typeof update>[0]) => update(input);
  const changed = said(
    await parsed(updateMaintenanceWindowInput, windowInputOf(form), (input) => run({ id, ...input })),
    WINDOW_SAYS,
  );
  if (!changed.ok) return refusal(changed.error, 'update', form, { context, request });
  return redirect(`${windowPath({ id })}?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.name ?? ''}`);

export default function MaintenanceWindowEdit() {
  const { id, name, values, services, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: WINDOWS_PATH, word: 'Maintenance windows' },
          { to: windowPath({ id }), word: name },
        ]}
      />
      <PageHeader title={`Edit ${name}`} />
      <WindowForm
        values={values}
        refusal={refused}
        services={services}
        zones={zones}
        save="Save"
        cancelTo={windowPath({ id })}
      />
    </>
  );
}

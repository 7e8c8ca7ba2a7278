import { HeartbeatForm } from '~/components/heartbeat/heartbeat-form';
import { heartbeatInputOf, valuesOf } from '~/components/heartbeat/values';
import { HEARTBEAT_SAYS, HEARTBEATS_PATH, heartbeatPath, WHO_MAY } from '~/components/heartbeat/words';
import { zoneGroups } from '~/components/user/zones';
import { choicesOf } from '~/lib/choices';
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
import { updateHeartbeatInput } from '../../domain/heartbeat/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { heartbeat, service } = operationsOf(context);
  const found = unwrap(await heartbeat.get({ id: params.id ?? '' }), where);
  const { id, name, timezone } = found;
  const services = unwrap(await choicesOf(service.list), where);
  return { id, name, values: valuesOf(found), services, zones: zoneGroups(timezone) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const { update } = operationsOf(context).heartbeat;
  const changed = said(
    await parsed(updateHeartbeatInput, heartbeatInputOf(form), (input) => update({ id, ...input })),
    HEARTBEAT_SAYS,
  );
  if (!changed.ok) return refusal(changed.error, 'update', form, { context, request });
  return redirect(`${heartbeatPath({ id })}?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.name ?? ''}`);

export default function HeartbeatEdit() {
  const { id, name, values, services, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: HEARTBEATS_PATH, word: 'Heartbeats' },
          { to: heartbeatPath({ id }), word: name },
        ]}
      />
      <PageHeader title={`Edit ${name}`} />
      <HeartbeatForm
        values={values}
        refusal={refused}
        services={services}
        zones={zones}
        save="Save"
        cancelTo={heartbeatPath({ id })}
      />
    </>
  );
}

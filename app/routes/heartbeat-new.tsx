import { HeartbeatForm } from '~/components/heartbeat/heartbeat-form';
import { NewAddress } from '~/components/heartbeat/new-address';
import { heartbeatInputOf } from '~/components/heartbeat/values';
import { HEARTBEAT_SAYS, HEARTBEATS_PATH, heartbeatPath, WHO_MAY } from '~/components/heartbeat/words';
import { zoneGroups } from '~/components/user/zones';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { EmptyState, PageHeader } from '~/ui/page';
import { createHeartbeatInput } from '../../domain/heartbeat/input';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', WHO_MAY);
  const { timeZone } = usableZone(viewer.locale, viewer.timezone);
  const service = new URL(request.url).searchParams.get('service') ?? '';
  return {
    values: { serviceId: service, times: 'period', period: '1', unit: 'days', timezone: timeZone, graceMinutes: '30' },
    services: unwrap(await choicesOf(operationsOf(context).service.list), { context, request }),
    zones: zoneGroups(timeZone),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const { create } = operationsOf(context).heartbeat;
  const answer = said(await parsed(createHeartbeatInput, heartbeatInputOf(form), create), HEARTBEAT_SAYS);
  if (!answer.ok) return refusal(answer.error, 'create', form, { context, request });
  const { id, name, url } = answer.value;
  return { made: { id, name, url } };
}

export const meta = () => pageTitle('Add a heartbeat');

export default function HeartbeatNew() {
  const { values, services, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  const refused = answer && !('made' in answer) ? answer : undefined;
  return (
    <>
      <Breadcrumbs trail={[{ to: HEARTBEATS_PATH, word: 'Heartbeats' }]} />
      <PageHeader title={made ? made.name : 'Add a heartbeat'} />
      {made ? (
        <>
          <NewAddress url={made.url} says="The heartbeat is added." />
          <LinkButton to={heartbeatPath(made)} look="primary">
            Wait for the first ping
          </LinkButton>
        </>
      ) : services.length === 0 ? (
        <EmptyState action={<LinkButton to="/services/new">Create service</LinkButton>}>
          A heartbeat needs a service to page for, and there is none yet.
        </EmptyState>
      ) : (
        <HeartbeatForm
          values={values}
          refusal={refused}
          services={services}
          zones={zones}
          save="Add and show the address"
          cancelTo={HEARTBEATS_PATH}
        />
      )}
    </>
  );
}

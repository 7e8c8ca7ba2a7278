import { INTEGRATION_SAYS, IntegrationFields } from '~/components/integration/integration-form';
import { integrationPath } from '~/components/integration/integration-table';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { fieldOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import { updateIntegrationInput } from '../../domain/integration/input';

const WHO_MAY = 'Integrations are set up by administrators. Ask one to change it.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { integration, service } = operationsOf(context);
  const [found, services] = await Promise.all([integration.get({ id: params.id ?? '' }), choicesOf(service.list)]);
  const where = { context, request };
  return { integration: unwrap(found, where), services: unwrap(services, where) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const silence = textOf(form, 'silenceAlarmMinutes');
  const silenceAlarmMinutes = silence === '' ? null : Number(silence);
  const sent = { name: textOf(form, 'name'), serviceId: textOf(form, 'serviceId'), silenceAlarmMinutes };
  const answer = said(
    await parsed(updateIntegrationInput, sent, (input) => operationsOf(context).integration.update({ id, ...input })),
    INTEGRATION_SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'update', form, { context, request });
  return redirect(`${integrationPath({ id })}?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.integration.name ?? ''}`);

export default function IntegrationEdit() {
  const { integration, services } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = integrationPath(integration);
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/integrations', word: 'Integrations' },
          { to: back, word: integration.name },
        ]}
      />
      <PageHeader title={`Edit ${integration.name}`} />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <IntegrationFields
          services={services}
          refusal={refused}
          name={integration.name}
          serviceId={integration.serviceId}
        />
        <Field
          label="Alarm of silence, in minutes (optional)"
          hint="After so long without an event an incident says that nothing is heard; 1560 are 26 hours."
          inputMode="numeric"
          autoComplete="off"
          {...fieldOf(refused, 'silenceAlarmMinutes')}
          defaultValue={refused?.values.silenceAlarmMinutes ?? integration.silenceAlarmMinutes ?? ''}
        />
        <FormActions>
          <Button look="primary">Save</Button>
          <LinkButton to={back} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

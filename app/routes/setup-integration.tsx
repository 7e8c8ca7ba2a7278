import { INTEGRATION_SAYS } from '~/components/integration/integration-form';
import { NewKey } from '~/components/integration/new-key';
import { catalogueOf, typeName } from '~/components/integration/types.server';
import { IntegrationStep } from '~/components/setup/integration-step';
import { SetupFrame } from '~/components/setup/setup-frame';
import { requireSetup } from '~/components/setup/setup-loader.server';
import { StepEnd } from '~/components/setup/step-end';
import { choicesOrNone } from '~/lib/choices';
import { refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { createIntegrationInput } from '../../domain/integration/input';

export const handle = { bare: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { progress } = await requireSetup(context, request);
  const { integration, service } = operationsOf(context);
  const [services, integrations] = await Promise.all([choicesOrNone(service.list), choicesOrNone(integration.list)]);
  return { steps: progress.steps, services, integrations, tools: catalogueOf() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  await requireSetup(context, request);
  const form = await request.formData();
  const type = textOf(form, 'type');
  const sent = { name: typeName(type), type, serviceId: textOf(form, 'serviceId') };
  const answer = said(
    await parsed(createIntegrationInput, sent, operationsOf(context).integration.create),
    INTEGRATION_SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'integration', form, { context, request });
  const { key, url } = answer.value;
  return { made: { type, key, url } };
}

export const meta = () => pageTitle('Set up: integration');

export default function SetupIntegration() {
  const { steps, services, integrations, tools } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'made' in answer) {
    return (
      <SetupFrame current="integration" progress={steps} title="It can send alerts now">
        <NewKey shown={answer.made} says="The integration is added." />
        <StepEnd step="integration" done />
      </SetupFrame>
    );
  }
  return (
    <SetupFrame
      current="integration"
      progress={steps}
      title={integrations.length > 0 ? 'There is an integration' : 'What sends the alerts?'}
    >
      <IntegrationStep services={services} integrations={integrations} tools={tools} refusal={answer} />
    </SetupFrame>
  );
}

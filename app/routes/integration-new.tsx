import { Catalogue } from '~/components/integration/catalogue';
import { INTEGRATION_SAYS, IntegrationFields } from '~/components/integration/integration-form';
import { integrationPath } from '~/components/integration/integration-table';
import { NewKey } from '~/components/integration/new-key';
import { catalogueOf } from '~/components/integration/types.server';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { createIntegrationInput } from '../../domain/integration/input';

const WHO_MAY = 'Integrations are set up by administrators. Ask one to add it.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { searchParams } = new URL(request.url);
  const search = searchParams.get('q') ?? '';
  const tool = catalogueOf().find(({ type }) => type === searchParams.get('type')) ?? null;
  return {
    tool,
    search,
    entries: tool ? [] : catalogueOf(search),
    serviceId: searchParams.get('service') ?? '',
    services: unwrap(await choicesOf(operationsOf(context).service.list), { context, request }),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const sent = { name: textOf(form, 'name'), type: textOf(form, 'type'), serviceId: textOf(form, 'serviceId') };
  const answer = said(
    await parsed(createIntegrationInput, sent, operationsOf(context).integration.create),
    INTEGRATION_SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'create', form, { context, request });
  const { id, name, type, key, url } = answer.value;
  return { made: { id, name, type, key, url } };
}

export const meta = () => pageTitle('Add an integration');

export default function IntegrationNew() {
  const { tool, search, entries, services, serviceId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'made' in answer) {
    const { made } = answer;
    return (
      <>
        <Breadcrumbs trail={[{ to: '/integrations', word: 'Integrations' }]} />
        <PageHeader title={made.name} />
        <NewKey shown={made} says="The integration is added." />
        <LinkButton to={integrationPath(made)} look="primary">
          Wait for the first event
        </LinkButton>
      </>
    );
  }
  const rest = serviceId ? `&service=${encodeURIComponent(serviceId)}` : '';
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/integrations', word: 'Integrations' },
          ...(tool ? [{ to: '/integrations/new', word: 'Add an integration' }] : []),
        ]}
      />
      <PageHeader title={tool ? tool.name : 'Which tool sends the alerts?'} />
      {answer ? <RefusalNotice refusal={answer} /> : null}
      {services.length === 0 ? (
        <EmptyState action={<LinkButton to="/services/new">Create service</LinkButton>}>
          An integration needs a service to page for, and there is none yet.
        </EmptyState>
      ) : tool ? (
        <Form method="post" className={formClass}>
          <input type="hidden" name="type" value={tool.type} />
          <IntegrationFields services={services} refusal={answer} name={tool.name} serviceId={serviceId} />
          <FormActions>
            <Button look="primary">Add and show the key</Button>
            <LinkButton to="/integrations/new" look="quiet">
              Choose another tool
            </LinkButton>
          </FormActions>
        </Form>
      ) : (
        <Catalogue entries={entries} search={search} rest={rest} />
      )}
    </>
  );
}

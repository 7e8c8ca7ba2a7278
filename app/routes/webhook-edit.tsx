import { WebhookFields, webhookOf } from '~/components/webhook/webhook-form';
import { WEBHOOK_SAYS, WHO_MAY, webhookPath } from '~/components/webhook/words';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { optionalTextOf, textOf } from '~/lib/form';
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
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import { updateWebhookInput } from '../../domain/webhook/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { webhook, service } = operationsOf(context);
  const [found, services] = await Promise.all([webhook.get({ id: params.id ?? '' }), choicesOf(service.list)]);
  const where = { context, request };
  return { webhook: unwrap(found, where), services: unwrap(services, where) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const sent = { name: textOf(form, 'name'), url: optionalTextOf(form, 'url'), ...webhookOf(form) };
  const answer = said(
    await parsed(updateWebhookInput, sent, (input) => operationsOf(context).webhook.update({ id, ...input })),
    WEBHOOK_SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'update', form, { context, request });
  return redirect(`${webhookPath({ id })}?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.webhook.name ?? ''}`);

export default function WebhookEdit() {
  const { webhook, services } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = webhookPath(webhook);
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/settings', word: 'Settings' },
          { to: '/settings/webhooks', word: 'Webhooks' },
          { to: back, word: webhook.name },
        ]}
      />
      <PageHeader title={`Edit ${webhook.name}`} />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <WebhookFields services={services} refusal={refused} known={webhook} />
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

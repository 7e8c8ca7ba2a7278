import { NewSecret } from '~/components/webhook/new-secret';
import { WebhookFields, webhookOf } from '~/components/webhook/webhook-form';
import { WEBHOOK_SAYS, WHO_MAY, webhookPath } from '~/components/webhook/words';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
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
import { createWebhookInput } from '../../domain/webhook/input';

const TRAIL = [
  { to: '/settings', word: 'Settings' },
  { to: '/settings/webhooks', word: 'Webhooks' },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  return { services: unwrap(await choicesOf(operationsOf(context).service.list), { context, request }) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const sent = {
    name: textOf(form, 'name'),
    format: textOf(form, 'format'),
    url: textOf(form, 'url'),
    ...webhookOf(form),
  };
  const answer = said(await parsed(createWebhookInput, sent, operationsOf(context).webhook.create), WEBHOOK_SAYS);
  if (!answer.ok) return refusal(answer.error, 'create', form, { context, request });
  const { id, name, secret } = answer.value;
  if (secret === null) return redirect(`${webhookPath({ id })}?done=create`);
  return { made: { id, name, secret } };
}

export const meta = () => pageTitle('Add a webhook');

export default function WebhookNew() {
  const { services } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'made' in answer) {
    const { made } = answer;
    return (
      <>
        <Breadcrumbs trail={TRAIL} />
        <PageHeader title={made.name} />
        <NewSecret secret={made.secret} says="The webhook is added." />
        <LinkButton to={webhookPath(made)} look="primary">
          Send a test
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <Breadcrumbs trail={TRAIL} />
      <PageHeader title="Add a webhook" />
      {answer ? <RefusalNotice refusal={answer} /> : null}
      <Form method="post" className={formClass}>
        <WebhookFields services={services} refusal={answer} known={null} />
        <FormActions>
          <Button look="primary">Add webhook</Button>
          <LinkButton to="/settings/webhooks" look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

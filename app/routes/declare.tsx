import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { declareFrom } from '~/lib/incident-command.server';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Field, Select, Textarea } from '~/ui/field';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { URGENCIES } from '../../domain/incident/incident';
import styles from './declare.module.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  if (!viewer.permissions.includes('incident.declare')) {
    const message =
      'Your role may read incidents, not declare them. Ask an administrator for the role User or Responder.';
    throw data({ code: 'forbidden', message, requestId: context.requestId }, { status: 403 });
  }
  return { services: unwrap(await choicesOf(operationsOf(context).service.list), { context, request }) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const answer = await declareFrom(operationsOf(context).incident, form);
  if (!answer.ok) return refusal(answer.error, 'declare', form, { context, request });
  return redirect(`/incidents/${answer.value.number ?? answer.value.id}?done=declare`);
}

export const meta = () => pageTitle('Declare an incident');

export default function Declare() {
  const { services } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/incidents', word: 'Incidents' }]} />
      <PageHeader title="Declare an incident" />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {services.length === 0 ? (
        <EmptyState action={<LinkButton to="/incidents">Back to incidents</LinkButton>}>
          There is no service yet to declare an incident on.
        </EmptyState>
      ) : (
        <Form method="post" className={styles.form}>
          <Field label="What is wrong" required maxLength={500} autoComplete="off" {...fieldOf(refused, 'title')} />
          <Combobox
            label="Service"
            required
            {...fieldOf(refused, 'serviceId')}
            {...(services.length > 1 ? { placeholder: 'Choose' } : {})}
            groups={[{ options: services.map(({ id, name }) => ({ value: id, word: name })) }]}
          />
          <Select
            label="Urgency"
            hint="High wakes people by every channel they have."
            {...fieldOf(refused, 'urgency')}
            defaultValue={refused?.values.urgency ?? 'HIGH'}
          >
            {URGENCIES.map((urgency) => (
              <option key={urgency} value={urgency}>
                {URGENCY_WORDS[urgency]}
              </option>
            ))}
          </Select>
          <Textarea label="Description (optional)" rows={4} maxLength={10_000} {...fieldOf(refused, 'description')} />
          <Button look="primary">Declare and page</Button>
        </Form>
      )}
    </>
  );
}

import { StatusPageTrail } from '~/components/status-page/page-head';
import { CHANNEL_WORDS, statusPagePath, WHO_MAY } from '~/components/status-page/words';
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
import { Button, LinkButton } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { CopyField } from '~/ui/copy-field';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormActions, FormSection, formClass } from '~/ui/form';
import { Notice, NoticeRegion } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { RadioGroup } from '~/ui/radio-group';
import { SUBSCRIBER_CHANNELS } from '../../domain/status-page/subscriber';
import { addSubscriberInput } from '../../domain/status-page/subscriber-input';

const SAYS = { address: 'Give an e-mail address, or the https address of a webhook.' };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const page = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name, components } = unwrap(page, { context, request });
  return { id, name, components: components.map(({ id, name }) => ({ value: id, word: name })) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const { add } = operationsOf(context).statusSubscriber;
  const input = {
    channel: textOf(form, 'channel'),
    address: textOf(form, 'address'),
    componentIds: form.getAll('component'),
    ask: textOf(form, 'consent') === 'ask' && textOf(form, 'channel') === 'email',
  };
  const added = said(await parsed(addSubscriberInput, input, (one) => add({ ...one, id })), SAYS);
  if (!added.ok) return refusal(added.error, 'add', form, { context, request });
  // The secret is in this answer only, so it cannot be told after a redirect.
  if (added.value.secret) return { secret: added.value.secret, address: added.value.address };
  return redirect(`${statusPagePath({ id })}/subscribers?done=${input.ask ? 'ask' : 'add'}`);
}

export const meta = () => pageTitle('Add subscriber');

export default function StatusSubscriberNew() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  const made = answer && 'secret' in answer ? answer : null;
  const shown = refused?.values ?? {};
  const list = `${statusPagePath(page)}/subscribers`;
  return (
    <>
      <StatusPageTrail page={page} to="/subscribers" word="Subscribers" />
      <PageHeader title="Add subscriber" />
      <NoticeRegion>
        {made ? (
          <Notice glyph="check">
            <p>The webhook at {made.address} is entered.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {made ? (
        <Section title="Its secret">
          <p>It signs what is sent there (Standard Webhooks). It is shown now and never again.</p>
          <CopyField label="Secret" text={made.secret} />
          <LinkButton to={list}>See all subscribers</LinkButton>
        </Section>
      ) : (
        <>
          {refused ? <ErrorSummary refusal={refused} /> : null}
          <Form method="post" className={formClass} noValidate={Boolean(refused)}>
            <FormSection title="Who is told">
              <RadioGroup
                legend="By"
                name="channel"
                choices={SUBSCRIBER_CHANNELS.map((value) => ({ value, word: CHANNEL_WORDS[value] }))}
                chosen={shown.channel ?? 'email'}
              />
              <Anchored name="address">
                <Field
                  label="Address"
                  name="address"
                  hint="An e-mail address, or the https address of a webhook or of an incoming webhook of Slack."
                  required
                  maxLength={2000}
                  autoComplete="off"
                  error={refused?.errors.address}
                  defaultValue={shown.address ?? ''}
                />
              </Anchored>
              <CheckboxGroup
                legend="Of"
                name="component"
                choices={page.components}
                chosen={[]}
                hint="None chosen: of everything."
              />
            </FormSection>
            <FormSection title="Whether they want it">
              <RadioGroup
                legend="An e-mail address"
                name="consent"
                choices={[
                  { value: 'ask', word: 'Ask by mail first', detail: 'Nothing else is sent before the answer.' },
                  { value: 'have', word: 'They have said yes to me', detail: 'They are told from now on.' },
                ]}
                chosen={shown.consent ?? 'ask'}
              />
            </FormSection>
            <FormActions>
              <Button look="primary">Add subscriber</Button>
              <LinkButton to={list} look="quiet">
                Cancel
              </LinkButton>
            </FormActions>
          </Form>
        </>
      )}
    </>
  );
}

import { StatusPageTrail } from '~/components/status-page/page-head';
import styles from '~/components/status-page/status-page.module.css';
import {
  CHANNEL_WORDS,
  chosenText,
  SUBSCRIBER_STATE_WORDS,
  statusPagePath,
  WHO_MAY,
} from '~/components/status-page/words';
import { cx } from '~/lib/cx';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
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
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { DefinitionList } from '~/ui/definition-list';
import { Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';
import { pageWords } from '../../domain/status-page/languages/words';
import { PAGE_LANGUAGES } from '../../domain/status-page/page';
import { chooseInput } from '../../domain/status-page/subscriber-input';

const VERBS = ['choose', 'ask', 'remove'] as const;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { statusPage, statusSubscriber } = operationsOf(context);
  const id = params.id ?? '';
  const subscriber = unwrap(await statusSubscriber.get({ id, subscriberId: params.subscriberId ?? '' }), where);
  const { name, components } = unwrap(await statusPage.get({ id }), where);
  return {
    page: { id, name },
    subscriber,
    components: components.map(({ id, name }) => ({ value: id, word: name })),
    chose: chosenText(subscriber.componentIds, components),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const { statusSubscriber } = operationsOf(context);
  const target = { id: params.id ?? '', subscriberId: params.subscriberId ?? '' };
  const verb = VERBS.find((one) => one === textOf(form, 'verb')) ?? 'choose';
  const done = await carryOut();
  if (!done.ok) return refusal(done.error, verb, form, { context, request });
  return redirect(`${statusPagePath(target)}/subscribers?done=${verb}`);

  async function carryOut() {
    switch (verb) {
      case 'choose': {
        const wish = { componentIds: form.getAll('component'), language: textOf(form, 'language') };
        return parsed(chooseInput, wish, (one) => statusSubscriber.choose({ ...one, ...target }));
      }
      case 'ask':
        return statusSubscriber.askAgain(target);
      case 'remove':
        return statusSubscriber.remove(target);
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.subscriber.address ?? 'Subscriber');

export default function StatusSubscriber() {
  const { page, subscriber, components, chose } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isPending = subscriber.confirmedAt === null;
  return (
    <>
      <StatusPageTrail page={page} to="/subscribers" word="Subscribers" />
      <PageHeader title={subscriber.address} />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="The subscriber">
        <DefinitionList
          facts={[
            ['Told by', CHANNEL_WORDS[subscriber.channel]],
            ['State', SUBSCRIBER_STATE_WORDS[isPending ? 'pending' : 'confirmed']],
            ['Chose', chose],
            ['Entered', <Moment key="entered" at={subscriber.createdAt} />],
            ['Confirmed', subscriber.confirmedAt ? <Moment key="confirmed" at={subscriber.confirmedAt} /> : null],
          ]}
        />
      </Section>
      <Section title="What they hear of">
        <Form method="post" className={cx(formClass, styles.under)}>
          {components.length > 0 ? (
            <CheckboxGroup
              legend="Components"
              name="component"
              choices={components}
              chosen={subscriber.componentIds}
              hint="None chosen: of everything."
            />
          ) : null}
          <Select label="Language" name="language" defaultValue={subscriber.language}>
            {PAGE_LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {pageWords(one).name}
              </option>
            ))}
          </Select>
          <FormActions>
            <Button look="primary" name="verb" value="choose">
              Save
            </Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={isPending ? 'Ask again, or remove' : 'Remove'}>
        <Form method="post" className={cx(formClass, styles.under)}>
          <p>
            {isPending
              ? 'Who does not answer within seven days is forgotten.'
              : 'Nothing of the address is kept. It hears of no update any more, and may subscribe again.'}
          </p>
          <FormActions>
            {isPending && subscriber.channel === 'email' ? (
              <Button name="verb" value="ask">
                Ask again by mail
              </Button>
            ) : null}
            <Button name="verb" value="remove" look="danger">
              Remove this subscriber
            </Button>
            <LinkButton to={`${statusPagePath(page)}/subscribers`} look="quiet">
              Go back
            </LinkButton>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

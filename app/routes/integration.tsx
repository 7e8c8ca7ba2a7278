import { EventLog } from '~/components/integration/event-log';
import { IntegrationNews } from '~/components/integration/integration-news';
import styles from '~/components/integration/integration-page.module.css';
import { integrationPath } from '~/components/integration/integration-table';
import { LastHeard } from '~/components/integration/last-heard';
import { Manage } from '~/components/integration/manage';
import { NewKey } from '~/components/integration/new-key';
import { Rules } from '~/components/integration/rules';
import { SetUp } from '~/components/integration/set-up';
import { TestButtons } from '~/components/integration/test-buttons';
import { signatureSource, typeName } from '~/components/integration/types.server';
import { WouldPage } from '~/components/integration/would-page';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DefinitionList } from '~/ui/definition-list';
import { NoticeRegion, RefusalNotice } from '~/ui/notice';
import { AsOf, PageHeader, Section } from '~/ui/page';
import { Time } from '~/ui/time';
import { rotateIntegrationInput, signingSecretInput } from '../../domain/integration/input';
import { integrationUrl } from '../../domain/integration/key';
import { failure } from '../../domain/shared/errors';
import { err, type Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { integration, service } = operationsOf(context);
  const id = params.id ?? '';
  const found = unwrap(await integration.get({ id }), { context, request });
  const [events, owner, paged] = await Promise.all([
    integration.recentEvents({ id }),
    service.get({ id: found.serviceId }),
    service.pagedNow({ id: found.serviceId }),
  ]);
  return {
    integration: found,
    tool: typeName(found.type),
    address: integrationUrl(new URL(request.url).origin, found.type, 'YOUR-KEY'),
    signature: signatureSource(found.type),
    events: events.ok ? events.value : null,
    service: { id: found.serviceId, name: owner.ok ? owner.value.name : 'A deleted service' },
    paged: paged.ok ? paged.value : null,
    mayWrite: viewer.permissions.includes('config.write'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

type Run = (integration: Operations['integration'], id: string, form: FormData) => Promise<Result<unknown>>;

const overlapOf = (form: FormData): number => Number(textOf(form, 'overlapMinutes') || 0);

const VERBS: Record<string, Run> = {
  enable: (integration, id) => integration.update({ id, enabled: true }),
  disable: (integration, id) => integration.update({ id, enabled: false }),
  sign: (integration, id, form) =>
    parsed(signingSecretInput, { secret: textOf(form, 'secret'), overlapMinutes: overlapOf(form) }, (input) =>
      integration.setSigningSecret({ id, ...input }),
    ),
  replay: (integration, id, form) => integration.replay({ id, eventId: textOf(form, 'eventId') }),
  unsign: (integration, id) => integration.setSigningSecret({ id, secret: null }),
  test: (integration, id) => integration.sendTest({ id, action: 'trigger' }),
  'resolve-test': (integration, id) => integration.sendTest({ id, action: 'resolve' }),
};

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const { integration } = operationsOf(context);
  const id = params.id ?? '';
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  if (verb === 'rotate') {
    const rotated = await parsed(rotateIntegrationInput, { overlapMinutes: overlapOf(form) }, (input) =>
      integration.rotate({ id, ...input }),
    );
    const { type, key, url, previousKeyEndsAt } = unwrap(rotated, { context, request });
    return { made: { type, key, url }, worksOn: previousKeyEndsAt !== null };
  }
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  const answer = run ? await run(integration, id, form) : err(failure('invalid', 'This button is not known.'));
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  return redirect(`${integrationPath({ id })}?done=${encodeURIComponent(verb)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.integration.name ?? 'Integration');

export default function IntegrationPage() {
  const { integration, tool, address, signature, events, service, paged, mayWrite, done } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  const worksOn = answer && 'made' in answer ? answer.worksOn : false;
  const refused = answer && !('made' in answer) ? answer : undefined;
  useFreshData(5);
  return (
    <>
      <Breadcrumbs trail={[{ to: '/integrations', word: 'Integrations' }]} />
      <PageHeader title={integration.name} />
      <NoticeRegion>{answer ? null : <IntegrationNews done={done} enabled={integration.enabled} />}</NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {made ? (
        <NewKey
          shown={made}
          says={
            worksOn
              ? 'This is the new key; the old one works on for a while.'
              : 'The old key has ended; this is the new one.'
          }
        />
      ) : null}
      <div className={styles.columns}>
        <div>
          <div className={styles.lead}>
            <LastHeard enabled={integration.enabled} events={events} />
            {mayWrite ? <TestButtons integrationId={integration.id} events={events ?? []} /> : null}
          </div>
          <div className={styles.log}>
            <Section title="Received" aside={<AsOf />}>
              {events && events.length > 0 ? (
                <>
                  <EventLog events={events} mayWrite={mayWrite} />
                  <p className={styles.about}>
                    The last 50 events. Repeats of an open alert are noted once a minute; values named like secrets are
                    masked.
                  </p>
                </>
              ) : (
                <p className={styles.none}>Nothing has come in yet. A test alert takes the same way.</p>
              )}
            </Section>
            {made ? null : (
              <Section title="How it is set up">
                <SetUp type={integration.type} url={address} />
              </Section>
            )}
          </div>
        </div>
        <aside aria-label="About this integration">
          <WouldPage service={service} paged={paged} />
          <Section title="Facts">
            <DefinitionList
              facts={[
                ['Tool', tool],
                ['State', integration.enabled ? 'On' : 'Off'],
                ['Key', <code key="key">{integration.inbox}•••</code>],
                ['Signature', integration.signed ? 'Required' : 'Not asked for'],
                [
                  'Key before ends',
                  integration.previousKeyEndsAt === null ? null : (
                    <Time key="ends" at={integration.previousKeyEndsAt} />
                  ),
                ],
                [
                  'Alarm of silence',
                  integration.silenceAlarmMinutes === null ? null : `after ${integration.silenceAlarmMinutes} min`,
                ],
                ['Added', <Time key="added" at={integration.createdAt} />],
                ['Changed', <Time key="changed" at={integration.updatedAt} />],
              ]}
            />
          </Section>
          <Rules rules={integration.routingRules} editAt={mayWrite ? `${integrationPath(integration)}/rules` : null} />
          {mayWrite ? <Manage integration={integration} signature={signature} /> : null}
        </aside>
      </div>
    </>
  );
}

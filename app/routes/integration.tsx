import { EventLog } from '~/components/integration/event-log';
import { IntegrationNews } from '~/components/integration/integration-news';
import styles from '~/components/integration/integration-page.module.css';
import { integrationPath } from '~/components/integration/integration-table';
import { LastHeard } from '~/components/integration/last-heard';
import { Manage } from '~/components/integration/manage';
import { NewKey } from '~/components/integration/new-key';
import { TestButtons } from '~/components/integration/test-buttons';
import { typeName } from '~/components/integration/types.server';
import { WouldPage } from '~/components/integration/would-page';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
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
    events: events.ok ? events.value : null,
    service: { id: found.serviceId, name: owner.ok ? owner.value.name : 'A deleted service' },
    paged: paged.ok ? paged.value : null,
    mayWrite: viewer.permissions.includes('config.write'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

type Run = (integration: Operations['integration'], id: string) => Promise<Result<unknown>>;

const VERBS: Record<string, Run> = {
  enable: (integration, id) => integration.update({ id, enabled: true }),
  disable: (integration, id) => integration.update({ id, enabled: false }),
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
    const { type, key, url } = unwrap(await integration.rotate({ id }), { context, request });
    return { made: { type, key, url } };
  }
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  const answer = run ? await run(integration, id) : err(failure('invalid', 'This button is not known.'));
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  return redirect(`${integrationPath({ id })}?done=${encodeURIComponent(verb)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.integration.name ?? 'Integration');

export default function IntegrationPage() {
  const { integration, tool, events, service, paged, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  const refused = answer && !('made' in answer) ? answer : undefined;
  useFreshData(5);
  return (
    <>
      <Breadcrumbs trail={[{ to: '/integrations', word: 'Integrations' }]} />
      <PageHeader title={integration.name} />
      <NoticeRegion>{answer ? null : <IntegrationNews done={done} enabled={integration.enabled} />}</NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {made ? <NewKey shown={made} says="The old key has ended; this is the new one." /> : null}
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
                  <EventLog events={events} />
                  <p className={styles.about}>
                    The last 50 events. Repeats of an open alert are noted once a minute; values named like secrets are
                    masked.
                  </p>
                </>
              ) : (
                <p className={styles.none}>Nothing has come in yet. A test alert takes the same way.</p>
              )}
            </Section>
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
                ['Added', <Time key="added" at={integration.createdAt} />],
                ['Changed', <Time key="changed" at={integration.updatedAt} />],
              ]}
            />
          </Section>
          {mayWrite ? <Manage integration={integration} /> : null}
        </aside>
      </div>
    </>
  );
}

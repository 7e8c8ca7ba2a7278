import { previewOrNone, targetChoices } from '~/components/escalation-policy/load.server';
import { PolicyFacts } from '~/components/escalation-policy/policy-facts';
import { PolicySteps } from '~/components/escalation-policy/policy-steps';
import { simulationOf } from '~/components/escalation-policy/simulation.server';
import { Simulator } from '~/components/escalation-policy/simulator';
import { CHANGED_WORDS, policyPath } from '~/components/escalation-policy/words';
import { savedSentence } from '~/lib/changed';
import { useClock } from '~/lib/clock';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Columns } from '~/ui/columns';
import { Notice, NoticeRegion } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import styles from './escalation-policy.module.css';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { service, escalationPolicy } = operationsOf(context);
  const policy = unwrap(await escalationPolicy.get({ id: params.id ?? '' }), { context, request });
  const { searchParams } = new URL(request.url);
  const [preview, choices, services, simulation] = await Promise.all([
    previewOrNone(context, policy),
    targetChoices(context),
    everyPage(service.list),
    simulationOf(context, viewer, policy, searchParams),
  ]);
  return {
    policy,
    preview,
    choices,
    services: (services.ok ? services.value : [])
      .filter(({ escalationPolicyId }) => escalationPolicyId === policy.id)
      .map(({ id, name }) => ({ id, name })),
    simulation,
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
    changed: searchParams.get('changed') ?? '',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.policy.name ?? 'Escalation policy');

export default function EscalationPolicy() {
  const page = useLoaderData<typeof loader>();
  const { policy, preview, choices, services, simulation, mayWrite, done, changed } = page;
  const { locale } = useClock();
  useFreshData(60);
  const path = policyPath(policy.id);
  return (
    <>
      <Breadcrumbs trail={[{ to: '/escalation-policies', word: 'Escalation policies' }]} />
      <PageHeader title={policy.name}>
        {mayWrite ? <LinkButton to={`${path}/edit`}>Edit policy</LinkButton> : null}
      </PageHeader>
      <div className={styles.notices}>
        <NoticeRegion>
          {done === 'create' || done === 'update' ? (
            <Notice key={changed} glyph="check">
              <p>
                {done === 'update' ? savedSentence(changed, CHANGED_WORDS, locale) : `${policy.name} is created.`}{' '}
                {done === 'update' && services.length > 0
                  ? 'Incidents that are open keep the steps they began with.'
                  : null}
                {services.length === 0 ? 'No service follows it yet: choose it in a service.' : null}
              </p>
            </Notice>
          ) : null}
        </NoticeRegion>
      </div>
      <Columns facts={<PolicyFacts policy={policy} services={services} choices={choices} mayWrite={mayWrite} />}>
        <PolicySteps policy={policy} preview={preview} choices={choices} />
        <Simulator simulation={simulation} />
      </Columns>
    </>
  );
}

import { integrationPath } from '~/components/integration/integration-table';
import { RuleForm } from '~/components/integration/rule-form';
import { RuleList } from '~/components/integration/rule-list';
import { fieldOfPath, fitsForm, ruleOf, valuesForKey, valuesOfRule } from '~/components/integration/rule-values';
import styles from '~/components/integration/rules.module.css';
import { zoneGroups } from '~/components/user/zones';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader, Section } from '~/ui/page';
import { type RoutingRule, routingRuleInput } from '../../domain/ingest/routing/rule';
import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';

const WHO_MAY = 'Routing rules are set up by administrators. Ask one.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { integration, service } = operationsOf(context);
  const [got, services] = await Promise.all([integration.get({ id: params.id ?? '' }), choicesOf(service.list)]);
  const { id, name, routingRules: rules } = unwrap(got, where);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('rule');
  const key = searchParams.get('key');
  const rule = asked === null ? undefined : rules[Number(asked)];
  const begun = key === null ? {} : valuesForKey(key.slice(0, 300), searchParams.get('title') ?? key);
  const { timeZone } = usableZone(viewer.locale, viewer.timezone);
  const edited = rule && fitsForm(rule) ? { index: Number(asked), name: rule.name } : null;
  return {
    ...{ id, name, rules, edited },
    values: { zone: timeZone, ...(rule && edited ? valuesOfRule(rule) : begun) },
    services: unwrap(services, where),
    zones: zoneGroups(timeZone),
  };
}

/** The rules after a button; the place is believed only while the rule that was meant still stands there. */
async function changed(rules: readonly RoutingRule[], form: FormData): Promise<Result<RoutingRule[]>> {
  const place = textOf(form, 'index');
  const index = place === '' ? rules.length : Number(place);
  const isThere = place === '' || rules[index]?.name === textOf(form, 'was');
  if (!isThere) return err(failure('conflict', 'The rules were changed meanwhile. Look again.'));
  const others = rules.filter((_, i) => i !== index);
  const rule = rules[index];
  const op = textOf(form, 'op');
  if (op === 'remove') return ok(others);
  if (op === 'save')
    return parsed(routingRuleInput, ruleOf(form), async (made) => ok(others.toSpliced(index, 0, made)));
  const to = index + (op === 'up' ? -1 : 1);
  return ok(rule ? others.toSpliced(Math.max(0, to), 0, rule) : [...rules]);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { integration } = operationsOf(context);
  const id = params.id ?? '';
  const form = await request.formData();
  const { routingRules } = unwrap(await integration.get({ id }), { context, request });
  const next = await changed(routingRules, form);
  const saved = next.ok ? await integration.update({ id, routingRules: next.value }) : next;
  if (saved.ok) return redirect(`${integrationPath({ id })}/rules`);
  const given = ruleOf(form);
  const fields = saved.error.fields?.map(({ path, message }) => ({
    path: fieldOfPath(path.replace(/^routingRules\/\d+\//, ''), given),
    message,
  }));
  const error = fields ? { ...saved.error, fields } : saved.error;
  return refusal(error, 'rule', form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Routing rules of ${data?.name ?? ''}`);

export default function IntegrationRules() {
  const { id, name, rules, edited, values, services, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = integrationPath({ id });
  const path = `${back}/rules`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/integrations', word: 'Integrations' },
          { to: back, word: name },
        ]}
      />
      <PageHeader title={`Routing rules of ${name}`} />
      <p className={styles.intro}>
        The first rule that holds decides what becomes of an alert. What ends or acknowledges one is never routed.
      </p>
      {rules.length > 0 ? <RuleList rules={rules} services={services} path={path} /> : null}
      <Section title={edited ? `Change “${edited.name}”` : 'Add a rule'}>
        <div className={styles.add}>
          <RuleForm
            key={`${edited?.index ?? 'new'} ${rules.length}`}
            place={edited}
            values={values}
            refusal={refused}
            services={services}
            zones={zones}
            cancelTo={edited ? path : back}
          />
        </div>
      </Section>
    </>
  );
}

import { integrationPath } from '~/components/integration/integration-table';
import { MAPPED_FIELDS, mappingOf, valuesOfMapping } from '~/components/integration/mapping-values';
import styles from '~/components/integration/rules.module.css';
import { TriedAlerts } from '~/components/integration/tried-alerts';
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
import { useTriedForm } from '~/lib/tried-form';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Textarea } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader, Section } from '~/ui/page';
import { fieldMappingInput } from '../../domain/ingest/mapping';

const WHO_MAY = 'Field mappings are set up by administrators. Ask one.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { integration } = operationsOf(context);
  const id = params.id ?? '';
  const { name, type, fieldMapping } = unwrap(await integration.get({ id }), { context, request });
  const [events, tried] = await Promise.all([
    integration.recentEvents({ id }),
    integration.tryMapping({ id, fieldMapping: fieldMapping ?? {} }),
  ]);
  const event = tried.ok && events.ok ? events.value.find((one) => one.id === tried.value.eventId) : undefined;
  return {
    ...{ id, name, isMapped: type === 'webhook', stored: fieldMapping !== null },
    values: valuesOfMapping(fieldMapping),
    payload: event ? { body: event.body, isCut: event.isCut } : null,
    read: tried.ok ? tried.value.alerts : null,
  };
}

/** `try` stores nothing: it says what the newest event would be. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { integration } = operationsOf(context);
  const id = params.id ?? '';
  const form = await request.formData();
  const op = textOf(form, 'op');
  if (op === 'remove') {
    const removed = await integration.update({ id, fieldMapping: null });
    return removed.ok ? redirect(integrationPath({ id })) : refusal(removed.error, 'map', form, { context, request });
  }
  if (op !== 'save') {
    const tried = await parsed(fieldMappingInput, mappingOf(form), (fieldMapping) =>
      integration.tryMapping({ id, fieldMapping }),
    );
    return tried.ok ? { tried: tried.value.alerts } : refusal(tried.error, 'map', form, { context, request });
  }
  const saved = await parsed(fieldMappingInput, mappingOf(form), (fieldMapping) =>
    integration.update({ id, fieldMapping }),
  );
  if (saved.ok) return redirect(`${integrationPath({ id })}?done=update`);
  return refusal(saved.error, 'map', form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Field mapping of ${data?.name ?? ''}`);

export default function IntegrationMapping() {
  const { id, name, isMapped, stored, values, payload, read } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const typing = useTriedForm<typeof action>();
  const answer = typing.data ?? posted;
  const refused = answer && !('tried' in answer) ? answer : undefined;
  const alerts = answer && 'tried' in answer ? answer.tried : read;
  const shown = refused && !typing.data ? refused.values : values;
  const errorOf = (field: string) =>
    Object.entries(refused?.errors ?? {}).find(([path]) => path.split('/')[0] === field)?.[1];
  const back = integrationPath({ id });
  const retry = (form: HTMLFormElement) => {
    const sent = new FormData(form);
    sent.set('op', 'try');
    typing.tryForm(sent);
  };
  const head = (
    <>
      <Breadcrumbs
        trail={[
          { to: '/integrations', word: 'Integrations' },
          { to: back, word: name },
        ]}
      />
      <PageHeader title={`Field mapping of ${name}`} />
    </>
  );
  if (!isMapped)
    return (
      <>
        {head}
        <p>Only an integration of type webhook takes a mapping; this tool is understood as it is.</p>
        <p>
          <LinkButton to={back}>Back to {name}</LinkButton>
        </p>
      </>
    );
  return (
    <>
      {head}
      {refused && !typing.data ? <ErrorSummary refusal={refused} /> : null}
      <div className={styles.split}>
        <Form method="post" className={formClass} onChange={(event) => retry(event.currentTarget)} preventScrollReset>
          <p className={styles.muted}>
            Names or paths with dots (alert.labels.0.name), several with commas, tried in order. What is left empty is
            found by the names that most tools use.
          </p>
          {MAPPED_FIELDS.map(([field, label]) => (
            <Anchored key={field} name={field}>
              <Field
                label={label}
                name={field}
                defaultValue={shown[field] ?? ''}
                error={errorOf(field)}
                autoComplete="off"
                spellCheck={false}
              />
            </Anchored>
          ))}
          <Anchored name="actions">
            <Textarea
              label="What its status words mean"
              name="actions"
              hint="One a line: word = trigger, acknowledge, resolve or ignored"
              defaultValue={shown.actions ?? ''}
              error={errorOf('actions')}
            />
          </Anchored>
          <Anchored name="urgencies">
            <Textarea
              label="What its severities mean"
              name="urgencies"
              hint="One a line: word = high, medium or low"
              defaultValue={shown.urgencies ?? ''}
              error={errorOf('urgencies')}
            />
          </Anchored>
          <FormActions>
            <Button look="primary" name="op" value="save">
              Save mapping
            </Button>
            <Button name="op" value="try">
              Try it
            </Button>
            {stored ? (
              <Button name="op" value="remove" look="danger">
                Remove mapping
              </Button>
            ) : null}
            <LinkButton to={back} look="quiet">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
        <div>
          <Section title="Read from it">
            <div role="status">
              <TriedAlerts alerts={alerts} />
            </div>
          </Section>
          <Section title="The last payload">
            {payload ? (
              <>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it */}
                <section aria-label="Body of the last payload" tabIndex={0} className={styles.payload}>
                  <pre>{payload.body}</pre>
                </section>
                {payload.isCut ? <p className={styles.muted}>The rest of it is not shown.</p> : null}
              </>
            ) : (
              <p>Nothing has come in yet. Send one event from the tool, then choose its fields here.</p>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}

import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { URGENCIES } from '../../../domain/incident/incident';
import { LOCATION_HINTS } from '../../../domain/service/location';
import { THREAD_KINDS } from '../../../domain/slack/thread-kinds';
import { IntakeFields } from './intake-fields';
import styles from './service-form.module.css';
import { SlaFields } from './sla-fields';
import { type ServiceValues, threadField, timeoutField } from './values';
import { LOCATION_WORDS, THREAD_WORDS, URGENCY_HINTS } from './words';

type Props = {
  values: ServiceValues;
  refusal: Refusal | undefined;
  teams: readonly Named[];
  policies: readonly Named[];
  save: string;
  cancelTo: string;
};

const URGENCY_LABELS = { HIGH: 'High urgency', MEDIUM: 'Medium urgency', LOW: 'Low urgency' };

/** Everything about a service that can be set. */
export function ServiceForm({ values, refusal, teams, policies, save, cancelTo }: Props) {
  const shown = refusal?.values ?? values;
  const field = (name: string) => ({ name, error: refusal?.errors[name], defaultValue: shown[name] ?? '' });
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} noValidate={Boolean(refusal)}>
        <FormSection title="What it is">
          <Anchored name="name">
            <Field label="Name" required maxLength={200} autoComplete="off" {...field('name')} />
          </Anchored>
          <Anchored name="description">
            <Textarea label="Description (optional)" rows={3} maxLength={10_000} {...field('description')} />
          </Anchored>
          <FormRow>
            <Anchored name="runbookUrl">
              <Field
                label="Runbook (optional)"
                type="url"
                maxLength={2000}
                placeholder="https://"
                {...field('runbookUrl')}
              />
            </Anchored>
            <Anchored name="slackChannel">
              <Field
                label="Slack channel (optional)"
                hint="#name, or its id such as C024BE91L"
                maxLength={200}
                {...field('slackChannel')}
              />
            </Anchored>
          </FormRow>
        </FormSection>

        <FormSection title="Who answers for it">
          <Anchored name="escalationPolicyId">
            <Choice
              label="Escalation policy"
              hint="Whom an alert pages. Without one, nobody is paged."
              none="None: nobody is paged"
              named={policies}
              field={field('escalationPolicyId')}
            />
          </Anchored>
          <Anchored name="teamId">
            <Choice label="Team" none="No team" named={teams} field={field('teamId')} />
          </Anchored>
        </FormSection>

        <FormSection title="Urgency">
          <Anchored name="defaultUrgency">
            <Select label="When an alert does not say how urgent it is" {...field('defaultUrgency')}>
              {URGENCIES.map((urgency) => (
                <option key={urgency} value={urgency}>
                  {URGENCY_HINTS[urgency]}
                </option>
              ))}
            </Select>
          </Anchored>
        </FormSection>

        <FormSection
          title="Acknowledgement lapses after"
          lead="Minutes until an acknowledged incident pages again. Empty: it never lapses."
        >
          <FormRow>
            {URGENCIES.map((urgency) => (
              <Anchored key={urgency} name={timeoutField(urgency)}>
                <Field label={URGENCY_LABELS[urgency]} inputMode="decimal" {...field(timeoutField(urgency))} />
              </Anchored>
            ))}
          </FormRow>
        </FormSection>

        <FormSection title="An alert that comes again">
          <Anchored name="reopenWindowMinutes">
            <Field
              label="Minutes in which it opens its closed incident again"
              hint="Empty: it opens a new incident."
              inputMode="numeric"
              {...field('reopenWindowMinutes')}
            />
          </Anchored>
        </FormSection>

        <IntakeFields field={field} />

        <FormSection
          title="What the thread in Slack is told"
          lead="The message in the channel always shows how the incident stands."
        >
          <div className={styles.choices}>
            {THREAD_KINDS.map((kind) => (
              <Checkbox
                key={kind}
                name={threadField(kind)}
                value="yes"
                label={THREAD_WORDS[kind]}
                defaultChecked={shown[threadField(kind)] === 'yes'}
              />
            ))}
          </div>
        </FormSection>

        <FormSection
          title="Targets"
          lead="Minutes within which an incident should be acknowledged and resolved. Empty: no target."
        >
          <SlaFields field={field} />
          <Anchored name="slaWarningPercent">
            <Field
              label="Warn after so much of the time, in percent"
              hint="Whoever has the incident and everyone paged for it are told, and again when the target is missed. Empty: no warning."
              inputMode="numeric"
              {...field('slaWarningPercent')}
            />
          </Anchored>
          <div className={styles.choices}>
            <Checkbox
              name="slaPausesInMaintenance"
              value="yes"
              label="The clock stands in maintenance"
              defaultChecked={shown.slaPausesInMaintenance === 'yes'}
            />
            <Checkbox
              name="slaPausesWhileSnoozed"
              value="yes"
              label="The clock stands while snoozed"
              defaultChecked={shown.slaPausesWhileSnoozed === 'yes'}
            />
          </div>
        </FormSection>

        <FormSection
          title="Availability"
          lead="How much of the time no incident of high urgency should be open. What is left is its error budget."
        >
          <Anchored name="availabilityPercent">
            <Field
              label="Target, in percent"
              hint="Empty: 99.9."
              inputMode="decimal"
              {...field('availabilityPercent')}
            />
          </Anchored>
        </FormSection>

        <FormSection title="Region">
          <Anchored name="locationHint">
            <Select
              label="Run its paging near"
              hint="A wish to Cloudflare, best near the tool that sends the alerts. It counts for integrations and incidents made from now on."
              {...field('locationHint')}
            >
              <option value="">Wherever the first alert comes in</option>
              {LOCATION_HINTS.map((hint) => (
                <option key={hint} value={hint}>
                  {LOCATION_WORDS[hint]}
                </option>
              ))}
            </Select>
          </Anchored>
        </FormSection>

        <FormActions>
          <Button look="primary">{save}</Button>
          <LinkButton to={cancelTo} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

type FieldProps = { name: string; error: string | undefined; defaultValue: string };
type ChoiceProps = { label: string; hint?: string; none: string; named: readonly Named[]; field: FieldProps };

/** One of several by name, or none. What was chosen and is gone meanwhile stays visible. */
function Choice({ label, hint, none, named, field }: ChoiceProps) {
  const isGone = field.defaultValue !== '' && !named.some(({ id }) => id === field.defaultValue);
  const gone = isGone ? [{ value: field.defaultValue, word: 'No longer there' }] : [];
  const options = [{ value: '', word: none }, ...gone, ...named.map(({ id, name }) => ({ value: id, word: name }))];
  return <Combobox label={label} hint={hint} groups={[{ options }]} {...field} />;
}

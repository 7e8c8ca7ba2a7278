import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { RadioGroup } from '~/ui/radio-group';
import { type HeartbeatValues, UNIT_WORDS } from './values';

type Props = {
  values: HeartbeatValues;
  refusal: Refusal | undefined;
  services: readonly Named[];
  zones: readonly ZoneGroup[];
  save: string;
  cancelTo: string;
};

/** What a heartbeat is for, when it is due, and how long is waited. */
export function HeartbeatForm({ values, refusal, services, zones, save, cancelTo }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: shown[name] ?? '' });
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} noValidate={Boolean(refusal)}>
        <FormSection title="What it is">
          <Anchored name="name">
            <Field label="Name" required maxLength={200} autoComplete="off" {...field('name')} />
          </Anchored>
          <Anchored name="serviceId">
            <Select label="Service" required hint="Its policy decides who is paged." {...field('serviceId')}>
              {services.length === 1 ? null : <option value="">Choose</option>}
              {services.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Anchored>
          <Select label="Urgency when it is missed" {...field('urgency')}>
            <option value="">As the service has it</option>
            <option value="HIGH">High</option>
            <option value="MEDIUM">Medium</option>
            <option value="LOW">Low</option>
          </Select>
        </FormSection>
        <FormSection title="When a ping is due">
          <Anchored name="periodSeconds">
            <RadioGroup
              legend="Times"
              name="times"
              chosen={shown.times ?? 'period'}
              error={errors.periodSeconds}
              choices={[
                { value: 'period', word: 'So long after the ping before' },
                { value: 'cron', word: 'At times of the clock, as cron has them' },
              ]}
            />
          </Anchored>
          <FormRow>
            <Anchored name="periodMinutes">
              <Field
                label="Every"
                inputMode="decimal"
                autoComplete="off"
                {...field('period')}
                error={errors.periodMinutes}
              />
            </Anchored>
            <Select label="Unit" {...field('unit')}>
              {UNIT_WORDS.map((word) => (
                <option key={word}>{word}</option>
              ))}
            </Select>
          </FormRow>
          <FormRow>
            <Anchored name="cron">
              <Field
                label="Cron"
                hint="Minute, hour, day, month, weekday: 30 2 * * 1-5"
                maxLength={100}
                autoComplete="off"
                spellCheck={false}
                {...field('cron')}
              />
            </Anchored>
            <Anchored name="timezone">
              <ZoneSelect
                label="Time zone of cron"
                name="timezone"
                groups={zones}
                defaultValue={shown.timezone ?? 'UTC'}
                error={errors.timezone}
              />
            </Anchored>
          </FormRow>
          <Anchored name="graceMinutes">
            <Field
              label="Grace in minutes"
              hint="How late a ping may be before it counts as missed."
              inputMode="decimal"
              required
              autoComplete="off"
              {...field('graceMinutes')}
            />
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

import { WEEKDAY_WORDS } from '~/components/schedule/draft-words';
import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field, Textarea } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import type { WindowValues } from './values';
import styles from './window-form.module.css';

type Props = {
  values: WindowValues;
  refusal: Refusal | undefined;
  services: readonly Named[];
  zones: readonly ZoneGroup[];
  save: string;
  cancelTo: string;
};

/** What a window holds, and when; all times are those of its own zone. */
export function WindowForm({ values, refusal, services, zones, save, cancelTo }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: shown[name] ?? '' });
  const tick = (name: string) => ({ name, defaultChecked: shown[name] === 'on' });
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} noValidate={Boolean(refusal)}>
        <FormSection title="What it is">
          <Anchored name="name">
            <Field label="Name" required maxLength={200} autoComplete="off" {...field('name')} />
          </Anchored>
          <Anchored name="reason">
            <Textarea label="Reason (optional)" rows={2} maxLength={1000} {...field('reason')} />
          </Anchored>
        </FormSection>
        <FormSection
          title="What it holds"
          lead="Alerts of these services. With labels, only those that have all of them."
        >
          <Anchored name="serviceIds">
            <fieldset className={styles.choices}>
              <legend>Services</legend>
              <p className={styles.hint}>None ticked means every service, which needs a label.</p>
              {services.map(({ id, name }) => (
                <Checkbox key={id} label={name} {...tick(`service ${id}`)} />
              ))}
              {errors.serviceIds ? <p className={styles.error}>{errors.serviceIds}</p> : null}
            </fieldset>
          </Anchored>
          <Anchored name="labels">
            <Textarea
              label="Labels (optional)"
              rows={2}
              hint="One a line, as name=value, exactly as the tool sends them."
              {...field('labels')}
            />
          </Anchored>
        </FormSection>
        <FormSection title="When">
          <Anchored name="timezone">
            <ZoneSelect
              label="Time zone of all its times"
              name="timezone"
              groups={zones}
              defaultValue={shown.timezone ?? 'UTC'}
              error={errors.timezone}
            />
          </Anchored>
          <FormRow>
            <Anchored name="startAt">
              <Field label="From" type="datetime-local" required {...field('startAt')} />
            </Anchored>
            <Anchored name="endAt">
              <Field label="Until, not included" type="datetime-local" required {...field('endAt')} />
            </Anchored>
          </FormRow>
          <Anchored name="repeat/days">
            <fieldset className={styles.choices}>
              <legend>Repeats every week on</legend>
              <p className={styles.hint}>None ticked means once.</p>
              {WEEKDAY_WORDS.map(([day, word]) => (
                <Checkbox key={day} label={word} {...tick(`day ${day}`)} />
              ))}
            </fieldset>
          </Anchored>
          <Anchored name="until">
            <Field
              label="Repeats until (optional)"
              type="datetime-local"
              {...field('until')}
              error={errors['repeat/until']}
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

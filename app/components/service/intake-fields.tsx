import { Anchored } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormRow, FormSection } from '~/ui/form';

type FieldProps = { name: string; error: string | undefined; defaultValue: string };
type Fields = { field: (name: string) => FieldProps };

/** What becomes of an alert before it pages. Everything is off while it is left empty. */
export function IntakeFields({ field }: Fields) {
  const number = (name: string, label: string, hint?: string) => (
    <Anchored name={name}>
      <Field label={label} hint={hint} inputMode="numeric" {...field(name)} />
    </Anchored>
  );
  return (
    <>
      <FormSection
        title="Alerts that belong together"
        lead="An alert of the same integration joins the open incident of its group, and does not page again."
      >
        <FormRow>
          {number('groupingMinutes', 'Minutes after the first', 'Empty: every alert has its own incident.')}
          <Anchored name="groupingLabels">
            <Field
              label="Labels they have in common"
              hint="Separated by commas. Empty: all alerts of the service."
              maxLength={1000}
              {...field('groupingLabels')}
            />
          </Anchored>
        </FormRow>
      </FormSection>
      <FormSection
        title="Storms"
        lead="What goes beyond the limit is told in one incident and one page. Nothing is refused or lost."
      >
        {number('stormLimit', 'New incidents in a minute at most', 'Of one integration. Empty: no limit.')}
      </FormSection>
      <FormSection
        title="Page later, or not at all"
        lead="A new incident waits as suppressed, and pages when one of these comes true. Empty: it pages at once."
      >
        <FormRow>
          {number('holdBackSeconds', 'Seconds that it still burns')}
          {number('holdBackCount', 'More events than')}
          {number('holdBackMinutes', 'within minutes')}
        </FormRow>
      </FormSection>
      <FormSection
        title="Alerts that flap"
        lead="An alert that has opened so often within the minutes pages only if it stays open as long."
      >
        <FormRow>
          {number('flapLimit', 'Times open')}
          {number('flapMinutes', 'within minutes')}
        </FormRow>
      </FormSection>
      <FormSection title="Incidents that nobody ends">
        {number(
          'autoResolveHours',
          'Hours without any news until it resolves by itself',
          'Not while snoozed or in maintenance. Empty: never.',
        )}
      </FormSection>
    </>
  );
}

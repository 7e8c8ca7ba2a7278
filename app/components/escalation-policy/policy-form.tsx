import type { Refusal } from '~/lib/failure';
import { useHeldForm } from '~/lib/held-form';
import type { PolicyPreview } from '~/lib/paging';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { MOST_STEPS, type PolicyDraft } from './draft';
import { LastResortFields } from './last-resort-fields';
import { OpButton } from './op-button';
import styles from './policy-form.module.css';
import { warningsOf } from './sentences';
import { StepFields } from './step-fields';
import type { TargetChoices } from './targets';

type Props = {
  draft: PolicyDraft;
  preview: PolicyPreview | null;
  choices: TargetChoices;
  focus: string;
  refusal: Refusal | null;
  save: string;
  cancelTo: string;
};

/** A policy as a form. Its lists are changed by buttons that store nothing, so it works without scripts. */
export function PolicyForm({ draft, preview, choices, focus, refusal, save, cancelTo }: Props) {
  const errors = refusal?.errors ?? {};
  const held = useHeldForm();
  const warnings = preview ? warningsOf(preview.steps, preview.lastResort) : [];
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      {/* Made anew when it comes back, so that its fields show what came back and not what they showed before. */}
      <Form
        {...held}
        method="post"
        className={formClass}
        preventScrollReset
        noValidate={refusal !== null}
        key={JSON.stringify([draft, focus])}
      >
        {/* Enter presses a form's first button, which must not be one that takes a step out. */}
        <button type="submit" className={styles.enter} tabIndex={-1} aria-hidden="true">
          {save}
        </button>
        <Anchored name="name">
          <Field
            label="Name"
            name="name"
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={draft.name}
            error={errors.name}
          />
        </Anchored>
        <FormSection
          title="Steps"
          lead="Each step waits, then pages everybody it names, until somebody acknowledges. A step that reaches nobody is passed over at once."
        >
          <Anchored name="steps">
            <ol className={styles.steps}>
              {draft.steps.map((step, place) => (
                <StepFields
                  // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place, and the form is made anew when they move
                  key={place}
                  place={place}
                  count={draft.steps.length}
                  step={step}
                  preview={preview?.steps[place]}
                  choices={choices}
                  errors={errors}
                  focus={focus}
                />
              ))}
            </ol>
          </Anchored>
          {warnings.map((warning) => (
            <Notice key={warning} glyph="warning" tone="failed">
              <p>{warning}</p>
            </Notice>
          ))}
          <div className={styles.ops}>
            <OpButton op="add-step" focus={focus} adds disabled={draft.steps.length >= MOST_STEPS}>
              Add a step
            </OpButton>
            <OpButton op="preview" focus={focus} adds>
              Show who that is now
            </OpButton>
          </div>
        </FormSection>
        <FormSection title="When nobody answers">
          <FormRow>
            <Anchored name="repeat">
              <Field
                label="Repeat all steps"
                hint="Times more after the first; 0: not at all."
                name="repeat"
                inputMode="numeric"
                defaultValue={draft.repeat}
                error={errors.repeat}
              />
            </Anchored>
            <Anchored name="repeatAfter">
              <Field
                label="Minutes after the last step"
                hint="Until it repeats, or ends."
                name="repeatAfter"
                inputMode="decimal"
                defaultValue={draft.repeatAfter}
                error={errors.repeatAfter}
              />
            </Anchored>
          </FormRow>
          <Select label="When it has run out" name="endAction" defaultValue={draft.endAction}>
            <option value="stop">End: nobody else is paged</option>
            <option value="repeat">Start again until somebody answers</option>
            <option value="last-resort">Page the last resort until somebody answers</option>
          </Select>
        </FormSection>
        <FormSection
          title="Last resort"
          lead="Paged when a whole pass has reached nobody. Without one it is the organisation’s, else every administrator."
        >
          <LastResortFields targets={draft.lastResort} choices={choices} errors={errors} focus={focus} />
        </FormSection>
        <datalist id="zones">
          {choices.zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
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

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { OpButton } from '~/components/escalation-policy/op-button';
import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import { useHeldForm } from '~/lib/held-form';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { MOST, type ScheduleDraft } from './draft';
import { opOf } from './draft-moves';
import { LayerFields } from './layer-fields';
import { type Preview, PreviewSection } from './preview';
import styles from './schedule-form.module.css';
import { TEMPLATES } from './templates';

type Props = {
  draft: ScheduleDraft;
  preview: Preview;
  people: readonly Named[];
  zones: readonly ZoneGroup[];
  focus: string;
  refusal: Refusal | null;
  save: string;
  cancelTo: string;
  /** null for a new one. A change of what is stored can keep the person on call, and count from a later time. */
  storedId: string | null;
};

/** A schedule as a form. Its lists are changed by buttons that store nothing, so it works without scripts. */
export function ScheduleForm(props: Props) {
  const { draft, focus, refusal } = props;
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      {/* Made anew when it comes back, so that its fields show what came back and not what they showed before. */}
      <Fields key={JSON.stringify([draft, focus, refusal?.requestId])} {...props} />
    </>
  );
}

function Fields({ draft, preview, people, zones, focus, refusal, save, cancelTo, storedId }: Props) {
  const errors = refusal?.errors ?? {};
  const live = useLivePreview(storedId);
  const held = useHeldForm();
  return (
    <Form
      {...held}
      method="post"
      className={styles.form}
      preventScrollReset
      noValidate={refusal !== null}
      onChange={live.onChange}
    >
      <div className={formClass}>
        {/* Enter presses a form's first button, which must not be one that takes a turn out. */}
        <button type="submit" className={styles.enter} tabIndex={-1} aria-hidden="true">
          {save}
        </button>
        <FormRow>
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
          <Anchored name="timezone">
            <ZoneSelect
              label="Time zone of all its times"
              name="timezone"
              groups={zones}
              defaultValue={draft.timezone}
              error={errors.timezone}
            />
          </Anchored>
        </FormRow>
        <div>
          <p className={styles.templates}>
            {draft.layers.length > 0 ? 'Put in place of the layers below:' : 'Begin with a rotation:'}
          </p>
          <div className={styles.ops}>
            {TEMPLATES.map(({ key, word }) => (
              <OpButton key={key} op={opOf('template', key)} focus={focus} adds>
                {word}
              </OpButton>
            ))}
          </div>
        </div>
        <Anchored name="layers">
          {draft.layers.map((layer, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer may have no name but its place, and the form is made anew when they move
            <div key={place} className={styles.layer}>
              <LayerFields
                place={place}
                layer={layer}
                people={people}
                errors={errors}
                focus={focus}
                unfolded={storedId === null || draft.layers.length === 1}
              />
            </div>
          ))}
        </Anchored>
        <div className={styles.ops}>
          <OpButton op="add-layer" focus={focus} adds disabled={draft.layers.length >= MOST.layers}>
            Add a layer
          </OpButton>
          <OpButton op="preview" focus={focus} adds>
            Show preview
          </OpButton>
        </div>
      </div>
      <PreviewSection preview={live.preview ?? preview} />
      <div className={formClass}>
        {storedId !== null ? (
          <FormSection title="When it counts">
            <Checkbox
              label="Whoever is on call now keeps their turn"
              name="keepCurrent"
              defaultChecked={draft.keepCurrent}
            />
            <Anchored name="effectiveFrom">
              <Field
                label="Takes effect from"
                hint="Empty: at once. Until then the layers stay as they are."
                name="effectiveFrom"
                type="datetime-local"
                defaultValue={draft.effectiveFrom}
                error={errors.effectiveFrom}
              />
            </Anchored>
          </FormSection>
        ) : null}
        <FormActions>
          <Button look="primary">{save}</Button>
          <LinkButton to={cancelTo} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </div>
    </Form>
  );
}

const PAUSE_MS = 400;

/** Asks for a new preview a moment after the last change; without scripts there is a button. */
function useLivePreview(id: string | null) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const last = useRef<AbortController | null>(null);
  useEffect(() => () => last.current?.abort(), []);
  const onChange = ({ currentTarget: form }: FormEvent<HTMLFormElement>) => {
    last.current?.abort();
    const asked = new AbortController();
    last.current = asked;
    const { signal } = asked;
    const timer = setTimeout(async () => {
      const body = new FormData(form);
      if (id !== null) body.set('schedule', id);
      const found = await previewFor(body, signal);
      if (found) setPreview(found);
    }, PAUSE_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  return { onChange, preview };
}

/** Null where there is none: the last one stays, as the form must not fail with it. */
async function previewFor(body: FormData, signal: AbortSignal): Promise<Preview | null> {
  try {
    const answer = await fetch('/schedules/preview', { method: 'POST', body, signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { FormActions, FormRow, formClass } from '~/ui/form';
import { RadioGroup } from '~/ui/radio-group';
import styles from './override-form.module.css';
import { NOBODY, OTHER, type OverrideValues } from './override-values';

export type OverrideChoices = {
  /** The schedule's. */
  id: string;
  /** `mine` where the times are on the viewer's own clock. */
  time: string;
  place: string;
  offset: string;
  /** The other clock it could be filled in on, where that is another. */
  other: string | null;
  members: readonly Named[];
  others: readonly Named[];
  planned: readonly { key: string; when: string; who: string | null }[];
};

type Props = {
  values: OverrideValues;
  choices: OverrideChoices;
  refusal: Refusal | undefined;
  save: string;
  cancelTo: string;
  /** The same form on the other clock. */
  otherTo: string;
  mayLeaveNobody: boolean;
};

/** Who is on call instead, and from when to when; on one clock, which it names. */
export function OverrideForm({ values, choices, refusal, save, cancelTo, otherTo, mayLeaveNobody }: Props) {
  const { members, others, place, offset, other, planned } = choices;
  const shown = { ...values, ...refusal?.values };
  const errors = refusal?.errors ?? {};
  const isKnown = shown.userId === '' || shown.userId === NOBODY || members.some(({ id }) => id === shown.userId);
  const who = [
    ...members.map(({ id, name }) => ({ value: id, word: name })),
    ...(others.length > 0 ? [{ value: OTHER, word: 'Somebody else' }] : []),
    ...(mayLeaveNobody ? [{ value: NOBODY, word: 'Nobody', detail: 'leaves a gap' }] : []),
  ];
  return (
    <div className={styles.columns}>
      <div>
        {refusal ? <ErrorSummary refusal={refusal} /> : null}
        <Form method="post" className={formClass} noValidate={refusal !== undefined}>
          <input type="hidden" name="time" value={choices.time} />
          <Anchored name="userId">
            <RadioGroup
              legend="On call"
              name="userId"
              required
              choices={who}
              chosen={isKnown ? shown.userId : OTHER}
              error={errors.userId}
            />
            {others.length > 0 ? (
              <div className={styles.other}>
                <Select label="Somebody else" name="other" defaultValue={isKnown ? shown.other : shown.userId}>
                  <option value="">Choose a person</option>
                  {others.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </div>
            ) : null}
          </Anchored>
          <Anchored name="replacesUserId">
            <Select
              label="Instead of"
              name="replacesUserId"
              hint="One person only where several are on call together, or while their turns last."
              defaultValue={shown.replacesUserId}
              error={errors.replacesUserId}
            >
              <option value="">everybody who is on call then</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Anchored>
          <FormRow>
            <Anchored name="start">
              <Field
                label={`From (${place} time)`}
                name="start"
                type="datetime-local"
                required
                defaultValue={shown.start}
                error={errors.start}
              />
            </Anchored>
            <Anchored name="end">
              <Field
                label={`Until, not included (${place} time)`}
                name="end"
                type="datetime-local"
                required
                defaultValue={shown.end}
                error={errors.end}
              />
            </Anchored>
          </FormRow>
          <p className={styles.clock}>
            Times are those of {place}, {offset}.{other ? <Link to={otherTo}>Fill in on {other}</Link> : null}
          </p>
          <FormActions>
            <Button look="primary">{save}</Button>
            <LinkButton to={cancelTo} look="quiet">
              Cancel
            </LinkButton>
          </FormActions>
        </Form>
      </div>
      <aside className={styles.planned} aria-label="Planned for this time">
        <h2>Planned for this time</h2>
        <ul>
          {planned.map(({ key, when, who }) => (
            <li key={key} data-gap={who === null ? '' : undefined}>
              <span className={styles.when}>{when}</span>
              <b>{who ?? 'Nobody'}</b>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

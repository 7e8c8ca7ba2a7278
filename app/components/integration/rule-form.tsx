import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field, Select } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { RadioGroup } from '~/ui/radio-group';
import { DAY_WORDS, OP_WORDS, type RuleValues, rowsOf } from './rule-values';
import styles from './rules.module.css';

type Props = {
  /** Which rule is changed, by place and name; null: a new one. */
  place: { index: number; name: string } | null;
  values: RuleValues;
  refusal: Refusal | undefined;
  services: readonly Named[];
  zones: readonly ZoneGroup[];
  cancelTo: string;
};

/** When a rule holds, and what becomes of the alert then. */
export function RuleForm({ place, values, refusal, services, zones, cancelTo }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: shown[name] ?? '' });
  const tick = (name: string) => ({ name, defaultChecked: shown[name] === 'on' });
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} noValidate={Boolean(refusal)}>
        <input type="hidden" name="index" value={place?.index ?? ''} />
        <input type="hidden" name="was" value={place?.name ?? ''} />
        <Anchored name="name">
          <Field label="Name" required maxLength={100} autoComplete="off" {...field('name')} />
        </Anchored>
        <FormSection
          title="When it holds"
          lead="Fields: title, description, severity, urgency, source, dedupKey, labels.name, or payload.path into what was sent. Without a condition it holds for every alert."
        >
          <RadioGroup
            legend="Of the conditions"
            name="match"
            chosen={shown.match ?? 'all'}
            choices={[
              { value: 'all', word: 'all have to hold' },
              { value: 'any', word: 'one is enough' },
            ]}
          />
          {Array.from({ length: rowsOf(shown) }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
            <fieldset key={i} className={styles.condition}>
              <legend>Condition {i + 1}</legend>
              <Anchored name={`field ${i}`}>
                <Field label="Field" autoComplete="off" spellCheck={false} {...field(`field ${i}`)} />
              </Anchored>
              <Select label="Comparison" {...field(`op ${i}`)}>
                {OP_WORDS.map(([op, word]) => (
                  <option key={op} value={op}>
                    {word}
                  </option>
                ))}
              </Select>
              <Anchored name={`value ${i}`}>
                <Field label="Value" autoComplete="off" spellCheck={false} {...field(`value ${i}`)} />
              </Anchored>
              <Checkbox label="Not" {...tick(`not ${i}`)} />
            </fieldset>
          ))}
        </FormSection>
        <FormSection
          title="Only at certain times (optional)"
          lead="On these days from and to; none ticked means every day."
        >
          <FormRow>
            <Anchored name="from">
              <Field label="From" type="time" {...field('from')} />
            </Anchored>
            <Anchored name="to">
              <Field label="To" type="time" {...field('to')} />
            </Anchored>
          </FormRow>
          <div className={styles.days}>
            {DAY_WORDS.map((word, i) => (
              <Checkbox key={word} label={word} {...tick(`day ${i + 1}`)} />
            ))}
          </div>
          <ZoneSelect
            label="Time zone"
            name="zone"
            groups={zones}
            defaultValue={shown.zone ?? 'UTC'}
            error={errors.zone}
          />
          <Checkbox label="Outside these times instead" {...tick('outside')} />
        </FormSection>
        <FormSection title="What becomes of the alert">
          <Select label="Outcome" {...field('outcome')}>
            <option value="page">It pages</option>
            <option value="suppress">It opens an incident that pages nobody</option>
            <option value="record">It is only recorded</option>
            <option value="drop">It is dropped</option>
          </Select>
          <Select label="Service" {...field('serviceId')}>
            <option value="">The integration’s own</option>
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Select label="Urgency" {...field('urgency')}>
            <option value="">As the alert says</option>
            <option value="HIGH">High</option>
            <option value="MEDIUM">Medium</option>
            <option value="LOW">Low</option>
          </Select>
          <Anchored name="title">
            <Field
              label="Title (optional)"
              maxLength={500}
              hint="With {{title}}, {{severity}}, {{labels.host}} or {{payload.a.b}} in it."
              autoComplete="off"
              {...field('title')}
            />
          </Anchored>
        </FormSection>
        <FormActions>
          <Button look="primary" name="op" value="save">
            {place ? 'Save rule' : 'Add rule'}
          </Button>
          <LinkButton to={cancelTo} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

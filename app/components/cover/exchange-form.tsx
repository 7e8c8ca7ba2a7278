import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Checkbox, Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import type { ExchangeGroup } from './exchange-choices';
import { PartFields } from './part-fields';

type Props = {
  values: { start: string; end: string };
  /** What is chosen first. */
  chosen: string;
  groups: readonly ExchangeGroup[];
  timezone: string;
  refusal: Refusal | undefined;
  cancelTo: string;
};

/** Which shift of one's own for which shift of somebody else. */
export function ExchangeForm({ values, chosen, groups, timezone, refusal, cancelTo }: Props) {
  const error = refusal?.errors['inReturn/start'] ?? refusal?.errors['inReturn/end'] ?? refusal?.errors['offeredTo/0'];
  return (
    <Form method="post" className={formClass}>
      <PartFields values={values} timezone={timezone} refusal={refusal} />
      <Anchored name="inReturn/start">
        <Select
          label="For this shift"
          {...fieldOf(refusal, 'inReturn')}
          error={error}
          required
          defaultValue={refusal?.values.inReturn ?? chosen}
          hint="Shifts of the others in the next 60 days."
        >
          <option value="">Choose a shift</option>
          {groups.map(({ name, shifts }) => (
            <optgroup key={name} label={name}>
              {shifts.map(({ value, word }) => (
                <option key={value} value={value}>
                  {name}, {word}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Anchored>
      <Checkbox
        label="They have agreed already: exchange at once"
        name="agreed"
        value="yes"
        defaultChecked={refusal?.values.agreed === 'yes'}
      />
      <FormActions>
        <Button look="primary">Propose the exchange</Button>
        <Link to={cancelTo}>Cancel</Link>
      </FormActions>
    </Form>
  );
}

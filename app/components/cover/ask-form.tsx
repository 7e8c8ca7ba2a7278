import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Checkbox, Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PartFields } from './part-fields';

type Props = {
  values: { start: string; end: string; who: string };
  people: readonly Named[];
  timezone: string;
  refusal: Refusal | undefined;
  cancelTo: string;
};

/** Which part of a shift, and who is to take it. */
export function AskForm({ values, people, timezone, refusal, cancelTo }: Props) {
  return (
    <Form method="post" className={formClass}>
      <PartFields values={values} timezone={timezone} refusal={refusal} />
      <Anchored name="offeredTo">
        <Select
          label="Ask"
          name="who"
          error={refusal?.errors.offeredTo ?? refusal?.errors['offeredTo/0']}
          defaultValue={refusal?.values.who ?? values.who}
        >
          <option value="">everybody else on this schedule</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Anchored>
      <Checkbox
        label="They have agreed already: hand it over at once"
        name="agreed"
        value="yes"
        defaultChecked={refusal?.values.agreed === 'yes'}
      />
      <FormActions>
        <Button look="primary">Ask for cover</Button>
        <Link to={cancelTo}>Cancel</Link>
      </FormActions>
    </Form>
  );
}

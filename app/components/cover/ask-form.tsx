import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Checkbox, Field, Select } from '~/ui/field';
import { FormActions, FormRow, formClass } from '~/ui/form';

type Props = {
  values: { start: string; end: string; who: string };
  people: readonly Named[];
  timezone: string;
  refusal: Refusal | undefined;
  cancelTo: string;
};

/** Which part of a shift, and who is to take it. */
export function AskForm({ values, people, timezone, refusal, cancelTo }: Props) {
  const field = (name: 'start' | 'end') => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? values[name],
  });
  return (
    <Form method="post" className={formClass}>
      <FormRow>
        <Anchored name="start">
          <Field label="From" type="datetime-local" required hint={`On your clock, ${timezone}.`} {...field('start')} />
        </Anchored>
        <Anchored name="end">
          <Field label="To" type="datetime-local" required hint="A part of a shift is enough." {...field('end')} />
        </Anchored>
      </FormRow>
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

import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Anchored } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormRow } from '~/ui/form';

type Props = { values: { start: string; end: string }; timezone: string; refusal: Refusal | undefined };

/** Which part of one's shift is given away. */
export function PartFields({ values, timezone, refusal }: Props) {
  const field = (name: 'start' | 'end') => ({
    ...fieldOf(refusal, name),
    defaultValue: refusal?.values[name] ?? values[name],
  });
  return (
    <FormRow>
      <Anchored name="start">
        <Field
          label="Your shift from"
          type="datetime-local"
          required
          hint={`On your clock, ${timezone}.`}
          {...field('start')}
        />
      </Anchored>
      <Anchored name="end">
        <Field label="To" type="datetime-local" required hint="A part of a shift is enough." {...field('end')} />
      </Anchored>
    </FormRow>
  );
}

import type { Refusal } from '~/lib/failure';
import { Anchored } from '~/ui/error-summary';
import { Field } from '~/ui/field';

type Props = { refusal: Refusal | undefined; name?: string; label?: string };

/** A password to be chosen. It never goes back into the form. */
export function NewPassword({ refusal, name = 'password', label = 'Password' }: Props) {
  return (
    <Anchored name={name}>
      <Field
        label={label}
        name={name}
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. A few words do well."
        minLength={12}
        maxLength={200}
        required
        error={refusal?.errors[name]}
      />
    </Anchored>
  );
}

import { NewPassword } from '~/components/user/new-password';
import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import styles from './profile.module.css';

/** Changes one's own password, and signs every other device out. */
export function PasswordForm({ email, refusal }: { email: string; refusal: Refusal | undefined }) {
  return (
    <Form method="post" className={styles.form}>
      <input type="hidden" name="verb" value="password" />
      {/* For password managers, which keep a password by its address. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Anchored name="current">
        <Field
          label="Current password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={refusal?.errors.current}
        />
      </Anchored>
      <NewPassword refusal={refusal} name="next" label="New password" />
      <Button>Change password</Button>
    </Form>
  );
}

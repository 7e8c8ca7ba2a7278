import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { SetupLead } from './setup-frame';
import styles from './setup-page.module.css';

/** Asks for the token that the console printed; only who started the product may become its owner. */
export function TokenForm({ problem }: { problem: string | null }) {
  return (
    <>
      <SetupLead>
        Nobody has an account here yet. Paste the set-up token that the console printed when the product was started.
      </SetupLead>
      <Form method="get" className={styles.form}>
        <Field label="Set-up token" name="token" required autoComplete="off" error={problem ?? undefined} />
        <div className={styles.end}>
          <Button look="primary">Go on</Button>
        </div>
      </Form>
    </>
  );
}

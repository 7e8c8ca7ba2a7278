import type { Integration } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import type { SignatureSource } from '../../../domain/ingest/signature/source';
import styles from './manage.module.css';
import { OverlapSelect } from './overlap-select';

type Props = { integration: Integration; signature: SignatureSource | null };

/** What the tool proves itself with, beyond its key. */
export function Signing({ integration: { signed }, signature }: Props) {
  if (signature === null) return null;
  return (
    <details className={styles.fold}>
      <summary>{signed ? 'Change what signs' : 'Ask for a signature'}</summary>
      <p>{signature.about}</p>
      <Form method="post" className={styles.stack} preventScrollReset>
        <Field
          label={signature.label}
          hint={signature.hint ?? undefined}
          name="secret"
          type={signature.isSecret ? 'password' : 'text'}
          required
          maxLength={500}
          autoComplete="off"
        />
        {signed ? <OverlapSelect label="The secret before works" /> : null}
        <div className={styles.buttons}>
          <Button name="verb" value="sign">
            Ask for this signature
          </Button>
        </div>
      </Form>
      {signed ? (
        <Form method="post" className={styles.stack} preventScrollReset>
          <div className={styles.buttons}>
            <Button name="verb" value="unsign" look="danger">
              Take calls without a signature
            </Button>
          </div>
        </Form>
      ) : null}
    </details>
  );
}

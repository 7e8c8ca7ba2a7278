import type { Integration } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import styles from './manage.module.css';
import { OverlapSelect } from './overlap-select';

/** The secret that the tool signs with; `where` names the header it comes in, null where the tool signs nothing. */
export function Signing({ integration: { signed, type }, where }: { integration: Integration; where: string | null }) {
  if (where === null) return null;
  const isTopic = type === 'cloudwatch';
  return (
    <details className={styles.fold}>
      <summary>{signed ? 'Change what signs' : 'Ask for a signature'}</summary>
      <p>
        {isTopic
          ? 'Amazon signs what SNS sends. Name the topic: from then on only its messages are taken, and each once.'
          : `The tool puts its signature into ${where}. With the secret set here, whatever is not signed is refused.`}
      </p>
      <Form method="post" className={styles.stack} preventScrollReset>
        <Field
          label={isTopic ? 'ARN of the SNS topic' : 'Signing secret'}
          name="secret"
          type={isTopic ? 'text' : 'password'}
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

import type { Webhook } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Section } from '~/ui/page';
import { VERIFY_SNIPPETS } from './snippets';
import styles from './webhook-page.module.css';
import { webhookPath } from './words';

/** What an administrator can do with a webhook; what cannot be undone says so first. */
export function Manage({ webhook }: { webhook: Webhook }) {
  const { enabled, format } = webhook;
  const path = webhookPath(webhook);
  return (
    <Section title="Manage">
      <div className={styles.stack}>
        <Form method="post" className={styles.buttons} preventScrollReset>
          <LinkButton to={`${path}/edit`}>Edit</LinkButton>
          <Button name="verb" value={enabled ? 'disable' : 'enable'}>
            {enabled ? 'Switch off' : 'Switch on'}
          </Button>
        </Form>
        {format === 'standard' ? (
          <details className={styles.fold}>
            <summary>Make a new secret</summary>
            <p>For 24 hours the old secret signs beside the new one, so that the receiver can change over.</p>
            <Form method="post" preventScrollReset>
              <Button name="verb" value="rotate">
                Make a new secret
              </Button>
            </Form>
          </details>
        ) : null}
        <p>
          <LinkButton to={`${path}/delete`} look="quiet" className={styles.remove}>
            Delete webhook
          </LinkButton>
        </p>
      </div>
    </Section>
  );
}

/** How the receiver checks a signature, in three languages. */
export function VerifySnippets() {
  return (
    <Section title="Verify">
      <p className={styles.about}>
        Each request carries webhook-id, webhook-timestamp and webhook-signature. Any Standard Webhooks library checks
        them; so does this, with the raw body and the secret. The id stays the same when something is sent again: use it
        to tell repeats.
      </p>
      <div className={styles.snippets}>
        {VERIFY_SNIPPETS.map(({ language, text }) => (
          <details key={language} className={styles.fold}>
            <summary>{language}</summary>
            <CopyField label={language} text={text} block />
          </details>
        ))}
      </div>
    </Section>
  );
}

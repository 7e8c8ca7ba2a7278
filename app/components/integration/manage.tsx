import type { Integration } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Section } from '~/ui/page';
import { integrationPath } from './integration-table';
import styles from './manage.module.css';

/** What an administrator can do with an integration; what cannot be undone says so first. */
export function Manage({ integration }: { integration: Integration }) {
  const { enabled } = integration;
  const path = integrationPath(integration);
  return (
    <Section title="Manage">
      <div className={styles.stack}>
        <Form method="post" className={styles.buttons} preventScrollReset>
          <LinkButton to={`${path}/edit`}>Rename or move</LinkButton>
          <Button name="verb" value={enabled ? 'disable' : 'enable'}>
            {enabled ? 'Switch off' : 'Switch on'}
          </Button>
        </Form>
        <details className={styles.fold}>
          <summary>Make a new key</summary>
          <p>The present key ends at once. Until the tool has the new one, whatever it sends is refused.</p>
          <Form method="post" preventScrollReset>
            <Button name="verb" value="rotate" look="danger">
              End this key and make a new one
            </Button>
          </Form>
        </details>
        <p>
          <LinkButton to={`${path}/delete`} look="quiet" className={styles.remove}>
            Delete integration
          </LinkButton>
        </p>
      </div>
    </Section>
  );
}

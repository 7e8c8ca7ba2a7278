import type { Integration } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Section } from '~/ui/page';
import type { SignatureSource } from '../../../domain/ingest/signature/source';
import { integrationPath } from './integration-table';
import styles from './manage.module.css';
import { OverlapSelect } from './overlap-select';
import { Signing } from './signing';

type Props = { integration: Integration; signature: SignatureSource | null };

/** What an administrator can do with an integration; what cannot be undone says so first. */
export function Manage({ integration, signature }: Props) {
  const { enabled, type } = integration;
  const path = integrationPath(integration);
  return (
    <Section title="Manage">
      <div className={styles.stack}>
        <Form method="post" className={styles.buttons} preventScrollReset>
          <LinkButton to={`${path}/edit`}>Edit integration</LinkButton>
          {type === 'webhook' ? <LinkButton to={`${path}/mapping`}>Field mapping</LinkButton> : null}
          <Button name="verb" value={enabled ? 'disable' : 'enable'}>
            {enabled ? 'Switch off' : 'Switch on'}
          </Button>
        </Form>
        <details className={styles.fold}>
          <summary>Make a new key</summary>
          <p>Unless it works on for a while, whatever the tool sends is refused until it has the new key.</p>
          <Form method="post" className={styles.stack} preventScrollReset>
            <OverlapSelect label="The present key works" />
            <div className={styles.buttons}>
              <Button name="verb" value="rotate" look="danger">
                Make a new key
              </Button>
            </div>
          </Form>
        </details>
        <Signing integration={integration} signature={signature} />
        <p>
          <LinkButton to={`${path}/delete`} look="quiet" className={styles.remove}>
            Delete integration
          </LinkButton>
        </p>
      </div>
    </Section>
  );
}

import type { CatalogueEntry } from '~/components/integration/catalogue';
import { integrationPath } from '~/components/integration/integration-table';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { Named } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Select } from '~/ui/field';
import { Glyph } from '~/ui/glyph';
import { RefusalNotice } from '~/ui/notice';
import { SetupLead } from './setup-frame';
import styles from './setup-page.module.css';
import { StepEnd } from './step-end';

type Props = {
  services: readonly Named[];
  integrations: readonly Named[];
  tools: readonly CatalogueEntry[];
  refusal: Refusal | undefined;
};

/** The first tool that may send alerts; what is there already, or why it cannot be added yet. */
export function IntegrationStep({ services, integrations, tools, refusal }: Props) {
  if (integrations.length > 0) {
    return (
      <>
        <ul className={styles.list}>
          {integrations.slice(0, 5).map(({ id, name }) => (
            <li key={id} data-done>
              <Glyph name="check" />
              <Link to={integrationPath({ id })}>{name}</Link>
            </li>
          ))}
        </ul>
        <StepEnd step="integration" done />
      </>
    );
  }
  if (services.length === 0) {
    return (
      <>
        <SetupLead>An integration pages for a service, and there is none yet.</SetupLead>
        <StepEnd step="integration" done={false}>
          <LinkButton to="/setup/service" look="primary">
            Add a service first
          </LinkButton>
        </StepEnd>
      </>
    );
  }
  return (
    <>
      <SetupLead>
        Each tool gets an address of its own. With the Events API you can send the first alert by hand, with curl.
      </SetupLead>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <Form method="post" className={styles.form}>
        <Select label="Tool" {...fieldOf(refusal, 'type')} defaultValue={refusal?.values.type ?? 'events'}>
          {tools.map(({ type, name }) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </Select>
        <Select label="Service" {...fieldOf(refusal, 'serviceId')}>
          {services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <StepEnd step="integration" done={false}>
          <Button look="primary">Add and show the key</Button>
        </StepEnd>
      </Form>
    </>
  );
}

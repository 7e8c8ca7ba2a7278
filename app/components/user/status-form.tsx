import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page';
import type { UserStatus } from '../../../domain/access/roles';
import styles from './columns.module.css';

type Props = { user: { name: string; status: UserStatus }; isViewer: boolean };

/** Lets somebody take part no longer, or again, with what follows from it. */
export function StatusForm({ user: { name, status }, isViewer }: Props) {
  return (
    <div className={styles.apart}>
      {status === 'DISABLED' ? (
        <Section title={`Enable ${name}`}>
          <p>
            {name} can sign in again with the password from before, and is paged again where policies and schedules name
            them. Somebody who never chose a password asks for one on the sign-in page.
          </p>
          <Form method="post">
            <Button name="verb" value="enable">
              Enable {name}
            </Button>
          </Form>
        </Section>
      ) : (
        <Section title={`Disable ${name}`}>
          <p>
            {isViewer ? 'This is you. ' : ''}
            {name} is signed out everywhere, cannot sign in, and is not paged any more. Policies and schedules keep
            naming them: where nobody else is named, the next step is paged at once. Everything they wrote stays.
          </p>
          <Form method="post">
            <Button name="verb" value="disable" look="danger">
              Disable {name}
            </Button>
          </Form>
        </Section>
      )}
    </div>
  );
}

import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import styles from './columns.module.css';

type Props = { user: { name: string; email: string }; mayWrite: boolean };

/** Somebody who has not come in yet, and what can be done about it. */
export function InvitationForm({ user: { name, email }, mayWrite }: Props) {
  return (
    <div className={styles.state}>
      <p>
        {name} is invited and has not come in yet, so is not paged.{' '}
        {mayWrite ? `A new invitation goes to ${email} and ends the one before.` : ''}
      </p>
      {mayWrite ? (
        <Form method="post" className={styles.end}>
          <Button name="verb" value="invite">
            Invite again
          </Button>
          <Button name="verb" value="revoke" look="quiet">
            Take the invitation back
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

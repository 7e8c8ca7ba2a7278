import type { SlackAccount } from '~/lib/integrations';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import styles from './slack-section.module.css';

/** One's Slack account: with it the buttons of messages and /opsknight answer in one's own name. */
export function SlackSection({ account: { connected, workspace, accounts } }: { account: SlackAccount }) {
  const verified = accounts.filter((one) => one.verified);
  return (
    <Section title="Slack account">
      {verified.length > 0 ? (
        <ul>
          {verified.map(({ id, memberId, enabled }) => (
            <li key={id} className={styles.account}>
              <p className={styles.who}>
                <Glyph name="check" />
                <span>
                  <code>{memberId}</code>
                  {workspace ? ` in ${workspace}` : ''}
                  {enabled ? ', and pages go there' : ', without pages'}
                </span>
              </p>
              <Link to={`/profile/paging/${encodeURIComponent(id)}/remove`}>Disconnect</Link>
            </li>
          ))}
        </ul>
      ) : null}
      <Ways connected={connected} count={verified.length} waits={accounts.length > verified.length} />
    </Section>
  );
}

function Ways({ connected, count, waits }: { connected: boolean; count: number; waits: boolean }) {
  if (!connected) {
    return (
      <p className={styles.text}>No Slack workspace is connected to OpsKnight yet. An administrator can do that.</p>
    );
  }
  if (count > 0) {
    return (
      <p className={styles.text}>
        Buttons in Slack and <code>/opsknight</code> act in your name. Whether you are paged there is set under{' '}
        <Link to="/profile/paging">How you are paged</Link>.
      </p>
    );
  }
  return (
    <>
      <p className={styles.text}>
        Connect yours to acknowledge from Slack: write <code>/opsknight who</code> there and follow the link, or let us
        look for your e-mail address and send you a code.
        {waits ? (
          <>
            {' '}
            A code was sent already: type it under <Link to="/profile/paging">How you are paged</Link>.
          </>
        ) : null}
      </p>
      <Form method="post" className={styles.find}>
        <input type="hidden" name="verb" value="find-slack" />
        <Button>Find me by e-mail</Button>
      </Form>
    </>
  );
}

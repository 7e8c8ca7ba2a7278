import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Moment, Time } from '~/ui/time';
import type { Instant } from '../../../domain/shared/time';
import styles from './profile.module.css';

type Session = {
  id: string;
  current: boolean;
  createdAt: Instant;
  lastSeenAt: Instant;
  ip: string | null;
  device: string;
};

/** Where one is signed in, the last used first; each can be signed out from afar. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ul>
      {sessions.map(({ id, current, createdAt, lastSeenAt, ip, device }) => (
        <li key={id} className={styles.session}>
          <div>
            <p className={styles.device}>
              {device}
              {current ? <span className={styles.here}> · this one</span> : null}
            </p>
            <p className={styles.seen}>
              used <Time at={lastSeenAt} />, signed in <Moment at={createdAt} />
              {ip ? ` from ${ip}` : ''}
            </p>
          </div>
          {current ? (
            <Form method="post" action="/logout" reloadDocument>
              <Button look="quiet">Sign out</Button>
            </Form>
          ) : (
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <Button name="verb" value="revoke" aria-label={`Sign out ${device}`}>
                Sign out
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

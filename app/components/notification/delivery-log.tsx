import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import { useClock } from '~/lib/clock';
import type { LogEntry } from '~/lib/integrations';
import { Form, Link } from '~/lib/rr';
import { duration } from '~/lib/time';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { Logbook, LogLine } from '~/ui/logbook';
import styles from './delivery-log.module.css';
import { NOTIFICATION_WORDS } from './states';

type Props = {
  entries: readonly LogEntry[];
  /** Whose log it is: of everybody, with resending; or one's own. */
  whose: 'all' | 'own';
};

/** Messages and what became of them, newest first, a line each in the gutter of their time. */
export function DeliveryLog({ entries, whose }: Props) {
  return (
    <Logbook
      entries={entries}
      atOf={({ createdAt }) => createdAt}
      heading="h2"
      line={(entry) => <Line key={entry.id} entry={entry} whose={whose} />}
    />
  );
}

const KIND_WORDS: Record<string, string> = {
  page: 'page',
  resolved: 'all clear',
  invitation: 'invitation',
  'password-reset': 'link for a new password',
  'verification-code': 'verification code',
  'contact-method-test': 'test message',
};
const SECRET = ['invitation', 'password-reset', 'verification-code'];
const AGAIN = ['FAILED', 'SENT', 'CANCELLED'];

function Line({ entry, whose }: { entry: LogEntry; whose: Props['whose'] }) {
  const { id, kind, incident, userName, channel, address, state, reason, createdAt } = entry;
  const { word, glyph } = NOTIFICATION_WORDS[state];
  const canResend = whose === 'all' && AGAIN.includes(state) && !SECRET.includes(kind);
  const what = `${CHANNEL_NAMES[channel]}, ${KIND_WORDS[kind] ?? kind}`;
  return (
    <LogLine at={createdAt}>
      <div className={styles.entry}>
        <div className={styles.text}>
          <p>
            <span className={styles.state} data-state={state}>
              <Glyph name={glyph} />
              {word}
            </span>{' '}
            {whose === 'all' ? <b>{userName}</b> : null} {what}
            {incident ? (
              <>
                {' · '}
                <Link to={`/incidents/${encodeURIComponent(incident.id)}`}>
                  {incident.number === null ? '' : `#${incident.number} `}
                  {incident.title}
                </Link>
              </>
            ) : null}
          </p>
          {reason ? <p className={styles.reason}>{reason}</p> : null}
        </div>
        <Facts entry={entry} address={address} />
        {canResend ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="id" value={id} />
            <Button look="quiet" aria-label={`Send again: ${what} to ${userName}`}>
              Send again
            </Button>
          </Form>
        ) : null}
      </div>
    </LogLine>
  );
}

function Facts({ entry, address }: { entry: LogEntry; address: string | null }) {
  const { locale } = useClock();
  const { incident, provider, providerId, latencyMs, attempts } = entry;
  const facts = [
    address,
    incident?.serviceName,
    provider,
    providerId,
    latencyMs === null ? null : latencyMs < 1000 ? `${latencyMs} ms` : duration(latencyMs, locale),
    attempts > 1 ? `${attempts} attempts` : null,
  ].filter(Boolean);
  return <p className={styles.facts}>{facts.join(' · ')}</p>;
}

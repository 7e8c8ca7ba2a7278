import type { ReceivedEvent } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { Logbook, LogLine } from '~/ui/logbook';
import { AlertLine } from './alert-line';
import styles from './event-log.module.css';
import { Trace } from './trace';

/** What the tool has sent, newest first: what was read from it, what became of it, and the raw body folded. */
export function EventLog({ events, mayWrite }: { events: readonly ReceivedEvent[]; mayWrite: boolean }) {
  return (
    <Logbook
      entries={events}
      atOf={({ at }) => at}
      line={(event) => <Line key={event.id} event={event} mayWrite={mayWrite} />}
    />
  );
}

function Line({ event, mayWrite }: { event: ReceivedEvent; mayWrite: boolean }) {
  const { at, status, reason, isTest, alerts } = event;
  const refused = status >= 400;
  return (
    <LogLine at={at}>
      <div className={styles.text}>
        {refused ? (
          <p className={styles.refused}>
            <Glyph name="cross" />
            <span>
              Refused with {status}
              {reason ? `: ${reason}` : ''}
            </span>
          </p>
        ) : null}
        {!refused && alerts.length === 0 ? <p className={styles.muted}>Taken; it held no alert.</p> : null}
        {alerts.map((alert) => (
          <AlertLine key={`${alert.action} ${alert.dedupKey}`} alert={alert} />
        ))}
        <Trace event={event} />
        <Raw event={event} />
        {mayWrite && !isTest && event.body !== '' && !event.isCut ? <Replay id={event.id} /> : null}
        {event.trace?.replayOf === undefined ? null : <p className={styles.muted}>Taken in again by a person.</p>}
        {isTest ? <p className={styles.muted}>A test sent from here.</p> : null}
      </div>
    </LogLine>
  );
}

/** Takes the event in once more, by today's settings: it may page. */
function Replay({ id }: { id: number }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="eventId" value={id} />
      <Button name="verb" value="replay">
        Take in again
      </Button>
    </Form>
  );
}

function Raw({ event: { body, isCut, headers } }: { event: ReceivedEvent }) {
  return (
    <details className={styles.raw}>
      <summary>What was sent</summary>
      <pre>{body || '(no body)'}</pre>
      {isCut ? <p className={styles.muted}>The rest of the body is not shown.</p> : null}
      <dl className={styles.headers}>
        {Object.entries(headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

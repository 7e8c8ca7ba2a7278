import { useClock } from '~/lib/clock';
import type { WebhookDelivery } from '~/lib/integrations';
import { Form, Link } from '~/lib/rr';
import { countOf } from '~/lib/time';
import { Button } from '~/ui/button';
import { Glyph, type GlyphName } from '~/ui/glyph';
import { Logbook, LogLine } from '~/ui/logbook';
import { ClockTime, Moment } from '~/ui/time';
import type { WebhookDeliveryState } from '../../../domain/webhook/delivery';
import styles from './delivery-log.module.css';
import { eventWord } from './words';

const STATES: Record<WebhookDeliveryState, { glyph: GlyphName; word: string; tone: string }> = {
  PENDING: { glyph: 'unknown', word: 'Waits to be sent', tone: 'waiting' },
  SENDING: { glyph: 'unknown', word: 'Is being sent', tone: 'waiting' },
  SENT: { glyph: 'resolved', word: 'Taken', tone: 'sent' },
  FAILED_TEMPORARILY: { glyph: 'warning', word: 'Not taken yet', tone: 'late' },
  FAILED: { glyph: 'cross', word: 'Failed', tone: 'failed' },
  CANCELLED: { glyph: 'suppressed', word: 'Not sent', tone: 'waiting' },
};

/** What was told, newest first: whether the receiver took it, every attempt, and a button that tells it again. */
export function DeliveryLog({ deliveries, mayWrite }: { deliveries: readonly WebhookDelivery[]; mayWrite: boolean }) {
  return (
    <Logbook
      entries={deliveries}
      atOf={({ createdAt }) => createdAt}
      line={(delivery) => <Line key={delivery.id} delivery={delivery} mayWrite={mayWrite} />}
    />
  );
}

function Line({ delivery, mayWrite }: { delivery: WebhookDelivery; mayWrite: boolean }) {
  const { id, createdAt, eventType, incidentId, state } = delivery;
  const { glyph, word, tone } = STATES[state];
  const event = eventWord(eventType);
  return (
    <LogLine
      at={createdAt}
      aside={
        mayWrite && state !== 'SENDING' ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="deliveryId" value={id} />
            <Button name="verb" value="redeliver" look="quiet" aria-label={`Send again: ${event}`}>
              Send again
            </Button>
          </Form>
        ) : null
      }
    >
      <div className={styles.text}>
        <p>
          <span className={styles.word}>{event}</span>{' '}
          {incidentId ? <Link to={`/incidents/${incidentId}`}>incident</Link> : null}
        </p>
        <p className={styles.state} data-tone={tone}>
          <Glyph name={glyph} />
          <span>
            {word}
            <Result delivery={delivery} />
          </span>
        </p>
        <Attempts delivery={delivery} />
      </div>
    </LogLine>
  );
}

function Result({ delivery: { state, status, error, latencyMs, nextAt } }: { delivery: WebhookDelivery }) {
  if (state === 'SENT') return ` with ${status}${latencyMs === null ? '' : ` after ${latencyMs} ms`}`;
  return (
    <>
      {error ? `: ${error}` : ''}
      {state === 'FAILED_TEMPORARILY' && nextAt !== null ? (
        <>
          {' '}
          Next try at <Moment at={nextAt} />.
        </>
      ) : null}
    </>
  );
}

function Attempts({ delivery: { history } }: { delivery: WebhookDelivery }) {
  const { locale } = useClock();
  if (history.length < 2) return null;
  return (
    <details className={styles.attempts}>
      <summary>{countOf(history.length, locale, 'attempt', 'attempts')}</summary>
      <ol>
        {history.map(({ attempt, at, status, error, latencyMs }) => (
          <li key={attempt}>
            <ClockTime at={at} /> {error ?? `Taken with ${status}`} ({latencyMs} ms)
          </li>
        ))}
      </ol>
    </details>
  );
}

import { useClock } from '~/lib/clock';
import type { OutboxMessage } from '~/lib/operations';
import { Glyph } from '~/ui/glyph';
import { ClockTime, Time } from '~/ui/time';
import { CHANNEL_WORDS } from '../incident/teller';
import { linked } from './linked-text';
import styles from './outbox-list.module.css';

/** What people would have received, newest first; each message opens to its full text. */
export function OutboxList({ messages }: { messages: readonly OutboxMessage[] }) {
  return (
    <ol className={styles.list}>
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ol>
  );
}

function Message({
  message: { id, channel, to, recipientName, subject, text, html, attempt, at },
}: {
  message: OutboxMessage;
}) {
  const { locale } = useClock();
  return (
    <li>
      <details className={styles.message}>
        <summary className={styles.summary}>
          <span className={styles.gutter}>
            <ClockTime at={at} />
          </span>
          <span className={styles.channel}>{capital(CHANNEL_WORDS[channel], locale)}</span>
          <span className={styles.who}>{recipientName}</span>
          <span className={styles.what}>{subject ?? text.split('\n', 1)[0]}</span>
          <Glyph name="down" className={styles.mark} />
        </summary>
        <div className={styles.body}>
          <p className={styles.meta}>
            To {recipientName}, <code>{shortAddress(to)}</code>, <Time at={at} />
            {attempt > 1 ? `, attempt ${attempt}` : ''}
          </p>
          <pre className={styles.text}>{linked(text)}</pre>
          {html ? (
            <p>
              <a href={`/outbox/${encodeURIComponent(id)}/html`}>See it as an e-mail</a>
            </p>
          ) : null}
        </div>
      </details>
    </li>
  );
}

/** A push subscription is hundreds of characters of JSON. */
const shortAddress = (to: string): string => (to.length > 60 ? `${to.slice(0, 57)}…` : to);
const capital = (word: string, locale: string): string => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);

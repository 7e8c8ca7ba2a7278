import { addressOf } from '~/components/contact-method/words';
import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import { NOTIFICATION_WORDS } from '~/components/notification/states';
import type { PageTest, PageTestLine } from '~/lib/people';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { ClockTime, Countdown } from '~/ui/time';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import styles from './page-test.module.css';

/** A run of one's own rules, method by method, as far as each has come. */
export function PageTestView({ test }: { test: PageTest }) {
  const waits = test.messages.some(({ state }) => state === 'PENDING' || state === 'FAILED_TEMPORARILY');
  return (
    <div>
      <p className={styles.head}>
        {URGENCY_WORDS[test.urgency]} urgency, begun at <ClockTime at={test.startedAt} />
        {test.stoppedAt === null ? null : (
          <>
            , ended at <ClockTime at={test.stoppedAt} />
          </>
        )}
      </p>
      <ol className={styles.lines}>
        {test.messages.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {test.real.kind === 'now' ? null : (
        <p className={styles.note}>
          {test.real.kind === 'quiet'
            ? 'A real page of this urgency would have waited for the end of your quiet hours.'
            : 'A real page of this urgency would have been told in your digest.'}
        </p>
      )}
      {waits ? (
        <Form method="post">
          <input type="hidden" name="id" value={test.id} />
          <Button name="verb" value="stop">
            I got it, stop
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

function Line({ line }: { line: PageTestLine }) {
  const { word, glyph } = NOTIFICATION_WORDS[line.state];
  const failed = line.state === 'FAILED' || line.state === 'FAILED_TEMPORARILY';
  return (
    <li className={styles.line}>
      <span className={styles.due}>
        <ClockTime at={line.dueAt} />
      </span>
      <div>
        <p>
          <b>{CHANNEL_NAMES[line.channel]}</b>{' '}
          <span className={styles.address}>
            {line.channel === 'push' ? line.address : addressOf({ kind: line.channel, value: line.address })}
          </span>
        </p>
        <p className={styles.state} data-failed={failed || undefined}>
          <Glyph name={glyph} />
          <span>
            {line.state === 'PENDING' ? (
              <>
                goes out in <Countdown at={line.dueAt} />
              </>
            ) : (
              <Told line={line} word={word} />
            )}
          </span>
        </p>
      </div>
    </li>
  );
}

/** "sent 09:02:11 · opened 09:02:19" */
function Told({ line: { state, sentAt, changedAt, reason }, word }: { line: PageTestLine; word: string }) {
  return (
    <>
      {sentAt !== null && state !== 'SENT' ? (
        <>
          sent <ClockTime at={sentAt} /> ·{' '}
        </>
      ) : null}
      {word} <ClockTime at={state === 'SENT' && sentAt !== null ? sentAt : changedAt} />
      {reason ? `: ${reason}` : null}
    </>
  );
}

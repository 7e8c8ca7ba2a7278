import { useEffect } from 'react';
import { isServed, useLost } from '~/lib/connection';
import { Glyph } from '~/ui/glyph';
import { ClockTime } from '~/ui/time';
import styles from './connection.module.css';

/** So often is asked whether the product answers again. */
const AGAIN_MS = 5_000;

const WORDS = {
  offline: { since: 'Offline since', means: 'Nothing here is newer, and nothing can be sent.' },
  'no-answer': { since: 'No answer since', means: 'Trying again.' },
  'no-data': {
    since: 'Stale since',
    means: 'The database does not answer: nothing here is newer. Alerts are taken and people are paged.',
  },
} as const;

/** Nothing while the product answers; else since when it does not, and that the page is no newer. */
export function Connection() {
  const lost = useLost();
  const why = lost?.why;
  useEffect(() => {
    if (why === undefined || why === 'offline') return;
    const timer = setInterval(() => void isServed(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [why]);
  return (
    <div role="status">
      {lost ? (
        <p className={styles.lost}>
          <Glyph name="unknown" />
          <span>
            {WORDS[lost.why].since} <ClockTime at={lost.since} />. {WORDS[lost.why].means}
          </span>
        </p>
      ) : null}
    </div>
  );
}

import { useEffect } from 'react';
import { isServed, useLost } from '~/lib/connection';
import { Glyph } from '~/ui/glyph';
import { ClockTime } from '~/ui/time';
import styles from './connection.module.css';

/** So often is asked whether the product answers again. */
const AGAIN_MS = 5_000;

/** Nothing while the product answers; else since when it does not, and that the page is no newer. */
export function Connection() {
  const lost = useLost();
  const why = lost?.why;
  useEffect(() => {
    if (why !== 'no-answer') return;
    const timer = setInterval(isServed, AGAIN_MS);
    return () => clearInterval(timer);
  }, [why]);
  return (
    <div role="status">
      {lost ? (
        <p className={styles.lost}>
          <Glyph name="unknown" />
          <span>
            {lost.why === 'offline' ? 'Offline since ' : 'No answer since '}
            <ClockTime at={lost.since} />.{' '}
            {lost.why === 'offline' ? 'Nothing here is newer, and nothing can be sent.' : 'Trying again.'}
          </span>
        </p>
      ) : null}
    </div>
  );
}

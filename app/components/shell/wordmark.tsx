import styles from './wordmark.module.css';

/** The name in mono beside the square that means "open". */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg aria-hidden="true" viewBox="0 0 10 10" width="10" height="10" fill="currentColor">
        <rect width="10" height="10" />
      </svg>
      OpsKnight Edge
    </span>
  );
}

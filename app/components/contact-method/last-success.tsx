import { Time } from '~/ui/time';
import styles from './method-list.module.css';
import type { Method } from './words';

/** When a message last got through; nothing where nobody knows. */
export function LastSuccess({ method: { lastSuccessAt } }: { method: Method }) {
  if (lastSuccessAt === undefined) return null;
  return (
    <p className={styles.success}>
      {lastSuccessAt === null ? (
        'Nothing has got through yet: send a test.'
      ) : (
        <>
          Last got through <Time at={lastSuccessAt} />
        </>
      )}
    </p>
  );
}

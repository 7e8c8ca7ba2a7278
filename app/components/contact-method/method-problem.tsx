import { useClock } from '~/lib/clock';
import { momentNear } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import styles from './method-problem.module.css';
import type { Method } from './words';

/** The warning that messages came back from an address; nothing where all is well. */
export function MethodProblem({ method: { problem } }: { method: Method }) {
  const clock = useClock();
  if (!problem) return null;
  return (
    <p className={styles.problem}>
      <Glyph name="warning" />
      <span>
        Messages do not arrive: {problem.reason}{' '}
        <span className={styles.at} suppressHydrationWarning>
          ({momentNear(problem.at, clock.now, clock)})
        </span>
      </span>
    </p>
  );
}

import { useClock } from '~/lib/clock';
import { DefinitionList } from '~/ui/definition-list';
import type { ErrorBudget } from '../../../domain/analytics/error-budget';
import styles from './analytics.module.css';
import { lengthWords, shareWords } from './words';

/** A thousandth of a per cent is five minutes of a year. */
const FINE = 3;

/** What a service may be down, what it was, and what is left; in words. */
export function Budget({ budget }: { budget: ErrorBudget & { target: number } }) {
  const { locale } = useClock();
  const { target, budget: all, down, left, availability } = budget;
  const length = (ms: number): string => lengthWords(Math.round(ms / 1000), locale);
  return (
    <>
      <DefinitionList
        facts={[
          ['Target', shareWords(target, locale, FINE)],
          ['Allowed', `${length(all)} down`],
          ['Used', down === 0 ? 'nothing' : `${length(down)}, ${shareWords(down / all, locale)} of it`],
          ['Left', left >= 0 ? length(left) : `nothing; ${length(-left)} over`],
          ['Available', shareWords(availability, locale, FINE)],
        ]}
      />
      <p className={styles.note}>
        The service counts as down while an incident of high urgency is open, from its opening to its first resolution;
        several at once count once. The other filters do not apply.
      </p>
    </>
  );
}

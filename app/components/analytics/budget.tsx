import { useClock } from '~/lib/clock';
import { DefinitionList } from '~/ui/definition-list';
import type { ErrorBudget } from '../../../domain/analytics/error-budget';
import styles from './analytics.module.css';
import { lengthWords, NOTHING, shareWords } from './words';

/** To a thousandth of a per cent, which in a year is five minutes. */
const finely = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(share);

/** What a service may be down, what it was, and what is left; in words. */
export function Budget({ budget }: { budget: ErrorBudget & { target: number } }) {
  const { locale } = useClock();
  const { target, budget: all, down, left, availability } = budget;
  const length = (ms: number): string => lengthWords(Math.round(ms / 1000), locale);
  return (
    <>
      <DefinitionList
        facts={[
          ['Target', finely(target, locale)],
          ['Allowed', `${length(all)} down`],
          ['Used', down === 0 ? 'nothing' : `${length(down)}, ${shareWords(down / all, locale)} of it`],
          ['Left', left >= 0 ? length(left) : `nothing; ${length(-left)} over`],
          ['Available', availability === null ? NOTHING : finely(availability, locale)],
        ]}
      />
      <p className={styles.note}>
        The service counts as down while an incident of high urgency is open, from its opening to its first resolution;
        several at once count once. The other filters do not apply.
      </p>
    </>
  );
}

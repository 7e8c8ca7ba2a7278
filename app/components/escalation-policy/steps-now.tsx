import { useClock } from '~/lib/clock';
import type { StepPreview } from '~/lib/paging';
import { listOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { channelsOf, marginOf } from './sentences';
import styles from './steps-now.module.css';

/** Who would be paged, step after step: the margin says how long after the alert. */
export function StepsNow({ steps }: { steps: readonly StepPreview[] }) {
  const { locale } = useClock();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const isEmpty = step.people.length === 0;
        return (
          <li key={step.step} className={styles.step} data-empty={isEmpty || undefined}>
            <span className={styles.gutter}>
              {step.afterSeconds === 0 ? 'now' : marginOf(step.afterSeconds, locale)}
            </span>
            <div className={styles.entry}>
              <p className={styles.people}>
                {isEmpty ? <Glyph name="warning" /> : null}
                {isEmpty
                  ? 'Nobody'
                  : listOf(
                      step.people.map(({ name }) => name),
                      locale,
                    )}
              </p>
              <p className={styles.detail}>
                {[`Step ${step.step}`, channelsOf(step, locale)].filter(Boolean).join(' ')}
              </p>
              <Reasons step={step} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Why somebody the step names would not be paged. */
export function Reasons({ step: { reasons, people } }: { step: StepPreview }) {
  if (reasons.length === 0) return null;
  const isEmpty = people.length === 0;
  return (
    <p className={styles.reason} data-empty={isEmpty || undefined}>
      {isEmpty ? 'Reaches nobody' : 'Not everybody'}: {reasons.join('; ')}.
      {isEmpty ? ' The next step follows at once.' : null}
    </p>
  );
}

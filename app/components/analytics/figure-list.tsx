import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { METRICS, type Metric, type MetricId } from '../../../domain/analytics/metrics';
import type { Figures } from '../../../domain/analytics/report';
import styles from './figure-list.module.css';
import { type AnalyticsFilter, cohortLink } from './filter';
import { changeOf, figureDetail, figureWords, numberWords, samplesOf } from './words';

type Props = {
  label: string;
  figures: Figures;
  before: Figures;
  filter: AnalyticsFilter;
  /** All of them where it is left out. */
  only?: readonly MetricId[];
};

/** Figures a line each: the value, what else is known of it, from how many, and against the period before. */
export function FigureList({ label, figures, before, filter, only }: Props) {
  const { locale } = useClock();
  const shown: readonly Metric[] = only ? METRICS.filter(({ id }) => only.includes(id)) : METRICS;
  return (
    <table className={styles.figures} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className={styles.figure}>
            Value
          </th>
          <th scope="col" className={styles.detail}>
            More of it
          </th>
          <th scope="col" className={`${styles.figure} ${styles.n}`}>
            Samples
          </th>
          <th scope="col" className={`${styles.figure} ${styles.change}`}>
            Period before
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, word, definition, better, cohort }) => {
          const figure = figures[id as MetricId];
          const change = changeOf(figure, before[id as MetricId], better, locale);
          const value = figureWords(figure, locale);
          const detail = figureDetail(figure, locale);
          const n = samplesOf(figure);
          const said = change ? `${change.words}${goodness(change.good)}` : '';
          return (
            <tr key={id}>
              <th scope="row">
                <dfn title={definition} className={styles.word}>
                  {word}
                </dfn>
                <span className={styles.under}>{[detail, said].filter(Boolean).join(' · ')}</span>
              </th>
              <td className={styles.figure}>
                {cohort && figure.kind !== 'ratio' && n !== 0 ? (
                  <Link to={cohortLink(filter, cohort)}>{value}</Link>
                ) : (
                  value
                )}
              </td>
              <td className={styles.detail}>{detail}</td>
              <td className={`${styles.figure} ${styles.n}`}>{n === null ? '' : numberWords(n, locale)}</td>
              <td className={`${styles.figure} ${styles.change}`}>{said}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const goodness = (good: boolean | null): string => (good === null ? '' : good ? ', better' : ', worse');

/** What every figure means, for those who cannot hover. */
export const FigureWords = () => (
  <details className={styles.words}>
    <summary>What these figures mean</summary>
    <dl>
      {METRICS.map(({ id, word, definition }) => (
        <div key={id}>
          <dt>{word}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  </details>
);

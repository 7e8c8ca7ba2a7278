import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { EmptyState } from '~/ui/page';
import { type HeatMap, shadeOf, WEEKDAYS } from '../../../domain/analytics/heat-map';
import { type AnalyticsFilter, cohortLink } from './filter';
import styles from './heat-map.module.css';
import { numberWords } from './words';

const SHADES = [undefined, styles.s1, styles.s2, styles.s3, styles.s4];
const BUSINESS = { from: 8, to: 18 };

/** The hours of nobody's night and of everybody's work are parted by a gap, as the figures part them. */
const isEdge = (hour: number): boolean => hour === BUSINESS.from || hour === BUSINESS.to || hour === 22;

const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

type Props = { map: HeatMap; filter: AnalyticsFilter; user?: string };

/** Interruptions by hour and weekday: a table whose cells are the darker the more there were, and hold the number. */
export function HeatMapTable({ map: { hours, total }, filter, user }: Props) {
  const { locale } = useClock();
  if (total === 0) return <EmptyState>Nobody was interrupted.</EmptyState>;
  const most = Math.max(...hours.flat());
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // The fifth of January 1970 was a Monday.
  const dayNames = WEEKDAYS.map((_, i) => short.format(Date.UTC(1970, 0, 5 + i)));
  return (
    <>
      <table className={styles.map} aria-label="Interruptions by weekday and hour">
        <thead>
          <tr>
            <th scope="col">Hour</th>
            {dayNames.map((name) => (
              <th key={name} scope="col" className={styles.day}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 24 }, (_, hour) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is what its row is
            <tr key={hour} className={isEdge(hour) ? styles.edge : undefined}>
              <th scope="row">{hourWords(hour)}</th>
              {WEEKDAYS.map((day, i) => {
                const value = hours[i]?.[hour] ?? 0;
                const cell = { weekday: i, hour, ...(user ? { user } : {}) };
                return (
                  <td key={day} className={SHADES[shadeOf(value, most)]}>
                    {value === 0 ? (
                      <span className={styles.none}>0</span>
                    ) : (
                      <Link to={cohortLink(filter, 'interrupting', cell)} title={`${day}, ${hourWords(hour)}`}>
                        {numberWords(value, locale)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.caption}>
        {numberWords(total, locale)} interruptions, each on the clock of whoever it reached; gaps part sleep hours,
        business hours and evenings.
      </p>
    </>
  );
}

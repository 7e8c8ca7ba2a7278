import { useClock } from '~/lib/clock';
import type { UptimeReport } from '~/lib/status-pages';
import { duration } from '~/lib/time';
import { Section } from '~/ui/page';
import { percentText } from '../../../domain/status-page/uptime-report';
import styles from './uptime-months.module.css';
import { STATE_WORDS } from './words';

type Month = UptimeReport['months'][number];
const SHOWN = ['MAJOR_OUTAGE', 'PARTIAL_OUTAGE', 'DEGRADED', 'MAINTENANCE'] as const;

const monthName = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );

/** A table for each month of which something is known: the parts of a page, how long they were up, and what was not. */
export function UptimeMonths({ months }: { months: readonly Month[] }) {
  const { locale } = useClock();
  const known = months.filter(({ components }) => components.some(({ knownMs }) => knownMs > 0));
  const text = (ms: number | undefined) => (ms === undefined ? '' : duration(ms, locale));
  return (
    <>
      {known.map(({ month, components }) => (
        <Section key={month} title={monthName(month, locale)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the keyboard scrolls it */}
          <section className={styles.frame} aria-label={`${monthName(month, locale)}, scrolls`} tabIndex={0}>
            <table className={styles.table} aria-label={monthName(month, locale)}>
              <thead>
                <tr>
                  <th scope="col">Component</th>
                  <th scope="col" className={styles.figure}>
                    Uptime
                  </th>
                  {SHOWN.map((state) => (
                    <th key={state} scope="col" className={styles.figure}>
                      {STATE_WORDS[state]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {components.map(({ id, name, group, uptime, spentMs }) => (
                  <tr key={id}>
                    <th scope="row">
                      {group ? `${group}: ` : ''}
                      {name}
                    </th>
                    <td className={styles.figure}>{uptime === null ? 'not known' : `${percentText(uptime)} %`}</td>
                    {SHOWN.map((state) => (
                      <td key={state} className={styles.figure}>
                        {text(spentMs[state])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      ))}
    </>
  );
}

import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import type { Finding } from '~/lib/schedules';
import { momentNear } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import styles from './health-list.module.css';
import { healthLines } from './health-words';

type Props = { findings: readonly Finding[]; timezone: string; editTo: string | null };

/** What is wrong with the schedule, or will be within 30 days. */
export function HealthList({ findings, timezone, editTo }: Props) {
  const clock = useClock();
  const zone = { locale: clock.locale, timeZone: timezone };
  const lines = healthLines(findings, zone, (at) => momentNear(at, clock.now, zone));
  return (
    <Section title="Health, next 30 days" aside={editTo ? <Link to={editTo}>Edit layers</Link> : null}>
      {lines.length === 0 ? (
        <p className={styles.calm}>
          <Glyph name="resolved" />
          Nothing to do: somebody is always on call and can be reached.
        </p>
      ) : (
        <ul>
          {lines.map(({ key, text, to }) => (
            <li key={key} className={styles.finding}>
              <Glyph name="warning" />
              <span>{to ? <Link to={to}>{text}</Link> : text}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

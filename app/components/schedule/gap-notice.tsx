import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import type { PagingService } from '~/lib/schedules';
import { listOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import styles from './gap-notice.module.css';

/** A gap in words; `to` null where it is over. */
export type GapLine = { key: string; text: string; other: string | null; length: string; to: string | null };

type Props = { gaps: readonly GapLine[]; more: number; services: readonly PagingService[] };

/** When nobody would be paged, and for which services: above the picture, because it is why people look at it. */
export function GapNotice({ gaps, more, services }: Props) {
  const { locale } = useClock();
  if (gaps.length === 0) return null;
  const named = (list: readonly PagingService[]) =>
    listOf(
      list.map(({ name }) => name),
      locale,
    );
  const alone = services.filter(({ reachesOthers }) => !reachesOthers);
  const others = services.filter(({ reachesOthers }) => reachesOthers);
  return (
    <section aria-label="Gaps" className={styles.gaps}>
      <p className={styles.title}>
        <Glyph name="warning" />
        {gaps.length + more === 1 ? 'Nobody is on call once' : `Nobody is on call ${gaps.length + more} times`} in what
        is shown:
      </p>
      <ul>
        {gaps.map(({ key, text, other, length, to }) => (
          <li key={key} className={styles.gap}>
            <span>
              <span className={styles.when}>{text}</span> <b>{length}</b>
              {other ? <span className={styles.other}>{other}</span> : null}
            </span>
            {to ? (
              <Link to={to} aria-label={`Find somebody for ${text}`}>
                Find somebody
              </Link>
            ) : (
              <span className={styles.other}>over</span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.other}>and {more} more, marked in the schedule below.</p> : null}
      <p className={styles.services}>
        {alone.length > 0 ? `Then ${named(alone)} would page nobody but the last resort. ` : null}
        {others.length > 0 ? `${named(others)} would go on to the next step of the policy at once. ` : null}
        {services.length === 0 ? 'No service pages this schedule yet.' : null}
      </p>
    </section>
  );
}

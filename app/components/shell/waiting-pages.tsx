import { incidentPath, numberOf } from '~/components/incident/words';
import { useClock } from '~/lib/clock';
import { Link, useLocation } from '~/lib/rr';
import { countOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import type { WaitingPage } from '../../../domain/incident/view';
import styles from './waiting-pages.module.css';

/** On every page of whoever was paged, until somebody acknowledges; not on the page of the incident itself. */
export function WaitingPages({ pages }: { pages: readonly WaitingPage[] }) {
  const { locale } = useClock();
  const { pathname } = useLocation();
  const [first, ...others] = pages.filter((page) => ![incidentPath(page), `/incidents/${page.id}`].includes(pathname));
  return (
    <div role="alert">
      {first ? (
        <p className={styles.waiting}>
          <Glyph name="open" />
          <span>
            You were paged, and nobody has acknowledged:{' '}
            <Link to={incidentPath(first)}>
              {numberOf(first)} {first.title}
            </Link>
            {others.length > 0 ? (
              <>
                {' '}
                and{' '}
                <Link to="/incidents?status=unacknowledged">{countOf(others.length, locale, 'other', 'others')}</Link>
              </>
            ) : null}
          </span>
        </p>
      ) : null}
    </div>
  );
}

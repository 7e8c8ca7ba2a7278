import { cx } from '~/lib/cx';
import { keyed } from '~/lib/keyed';
import { Link, useLocation } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import { currentLink, MAIN_LINKS, type ShellLink } from './links';
import styles from './navigation.module.css';

const MORE: ShellLink = { to: '/more', word: 'More', glyph: 'more' };

/** The same links in both frames: what does not fit under the thumb stands under "More". */
export function Navigation({ others }: { others: readonly ShellLink[] }) {
  const { pathname } = useLocation();
  const current = currentLink(pathname, [...MAIN_LINKS, ...others])?.to;
  const isUnderMore = !MAIN_LINKS.some(({ to }) => to === current);
  const mark = (to: string) => (to === current ? (to === pathname ? 'page' : 'true') : undefined);
  return (
    <nav aria-label="Main" className={styles.nav}>
      {MAIN_LINKS.map((link) => (
        <Entry key={link.to} link={link} current={mark(link.to)} />
      ))}
      <div className={styles.others}>
        {others.map((link) => (
          <Entry key={link.to} link={link} current={mark(link.to)} />
        ))}
      </div>
      <Entry link={MORE} current={isUnderMore ? 'true' : undefined} className={styles.phoneOnly} />
    </nav>
  );
}

type EntryProps = { link: ShellLink; current: 'page' | 'true' | undefined; className?: string | undefined };

function Entry({ link: { to, word, glyph, keys }, current, className }: EntryProps) {
  return (
    <Link to={to} aria-current={current} className={cx(styles.link, className)} {...(keys ? keyed(keys, word) : {})}>
      {glyph ? <Glyph name={glyph} /> : null}
      {word}
    </Link>
  );
}

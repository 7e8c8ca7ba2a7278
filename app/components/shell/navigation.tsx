import { cx } from '~/lib/cx';
import { keyed } from '~/lib/keyed';
import { NavLink } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import { MAIN_LINKS, type ShellLink } from './links';
import styles from './navigation.module.css';

const MORE: ShellLink = { to: '/more', word: 'More', glyph: 'more' };

/** The same links in both frames: what does not fit under the thumb stands under "More". */
export function Navigation({ others }: { others: readonly ShellLink[] }) {
  return (
    <nav aria-label="Main" className={styles.nav}>
      {MAIN_LINKS.map((link) => (
        <Entry key={link.to} link={link} />
      ))}
      <div className={styles.others}>
        {others.map((link) => (
          <Entry key={link.to} link={link} />
        ))}
      </div>
      <Entry link={MORE} className={styles.phoneOnly} />
    </nav>
  );
}

function Entry({ link: { to, word, glyph, keys }, className }: { link: ShellLink; className?: string | undefined }) {
  return (
    <NavLink to={to} end={to === '/'} className={cx(styles.link, className)} {...(keys ? keyed(keys, word) : {})}>
      {glyph ? <Glyph name={glyph} /> : null}
      {word}
    </NavLink>
  );
}

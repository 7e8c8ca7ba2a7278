import { cx } from '~/lib/cx';
import { NavLink } from '~/lib/rr';
import { Glyph, type GlyphName } from '~/ui/glyph';
import styles from './navigation.module.css';

type Item = { to: string; word: string; glyph: GlyphName; deskOnly?: boolean };

const ITEMS: Item[] = [
  { to: '/', word: 'Home', glyph: 'home' },
  { to: '/incidents', word: 'Incidents', glyph: 'list' },
  { to: '/oncall', word: 'On call', glyph: 'phone' },
  { to: '/outbox', word: 'Outbox', glyph: 'outbox', deskOnly: true },
  { to: '/more', word: 'More', glyph: 'more' },
];

/** The same links in both frames; the outbox is one of the four tabs' "More" on a phone. */
export function Navigation({ hasOutbox }: { hasOutbox: boolean }) {
  return (
    <nav aria-label="Main" className={styles.nav}>
      {ITEMS.filter(({ to }) => hasOutbox || to !== '/outbox').map(({ to, word, glyph, deskOnly }) => (
        <NavLink key={to} to={to} end={to === '/'} className={cx(styles.link, deskOnly && styles.deskOnly)}>
          <Glyph name={glyph} />
          {word}
        </NavLink>
      ))}
    </nav>
  );
}

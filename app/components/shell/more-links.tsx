import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import type { ShellLink } from './links';
import styles from './more-links.module.css';

/** On a phone: everything that has no tab of its own. */
export function MoreLinks({ links }: { links: readonly ShellLink[] }) {
  if (links.length === 0) return null;
  return (
    <div className={styles.links}>
      <Section title="This organisation">
        <ul>
          {links.map(({ to, word }) => (
            <li key={to}>
              <Link to={to}>
                {word}
                <Glyph name="down" />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

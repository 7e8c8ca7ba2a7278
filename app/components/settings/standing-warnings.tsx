import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import styles from './settings.module.css';

type Props = { warnings: readonly { code: string; message: string }[] };

/** What works and will hurt, for whoever can mend it: it stands until it is mended. */
export function StandingWarnings({ warnings }: Props) {
  return warnings.map(({ code, message }) => (
    <p key={code} className={styles.warning}>
      <Glyph name="warning" />
      <span>
        {message} <Link to="/settings">Set it now</Link>
      </span>
    </p>
  ));
}

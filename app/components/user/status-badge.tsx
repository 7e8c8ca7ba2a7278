import { Glyph, type GlyphName } from '~/ui/glyph';
import type { UserStatus } from '../../../domain/access/roles';
import styles from './status-badge.module.css';
import { STATUS_WORDS } from './words';

const GLYPHS: Record<UserStatus, GlyphName> = { ACTIVE: 'check', INVITED: 'unknown', DISABLED: 'suppressed' };

/** Whether a person takes part: a shape and a word. */
export function UserStatusBadge({ status }: { status: UserStatus }) {
  return (
    <span className={styles.badge} data-status={status}>
      <Glyph name={GLYPHS[status]} />
      {STATUS_WORDS[status]}
    </span>
  );
}

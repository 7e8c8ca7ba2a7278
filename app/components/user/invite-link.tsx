import { useClock } from '~/lib/clock';
import { absoluteTime } from '~/lib/time';
import { CopyField } from '~/ui/copy-field';
import { Notice } from '~/ui/notice';
import type { Instant } from '../../../domain/shared/time';
import styles from './columns.module.css';

export type Invited = { email: string; url: string; expiresAt: Instant };

/** The link of an invitation, which is shown here and never again. */
export function InviteLink({ invited: { email, url, expiresAt } }: { invited: Invited }) {
  const clock = useClock();
  return (
    <div className={styles.invited}>
      <Notice glyph="check">
        <p>
          The invitation is on its way to <b>{email}</b>.
        </p>
      </Notice>
      <CopyField label="The same link, to pass on yourself" text={url} />
      <p className={styles.muted}>
        Shown only now. It works once, until {absoluteTime(expiresAt, clock)}; a new invitation ends it. Whoever has it
        comes in as this person.
      </p>
    </div>
  );
}

import { CopyField } from '~/ui/copy-field';
import { Notice } from '~/ui/notice';
import styles from './webhook-page.module.css';

/** The signing secret, for the one time it is shown. */
export function NewSecret({ secret, says }: { secret: string; says: string }) {
  return (
    <div className={styles.secret}>
      <Notice glyph="check">
        <p>{says} The secret is shown only now: copy it before you leave this page.</p>
      </Notice>
      <CopyField label="Signing secret" text={secret} />
    </div>
  );
}

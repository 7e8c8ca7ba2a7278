import { CopyField } from '~/ui/copy-field';
import { Notice } from '~/ui/notice';
import styles from './new-key.module.css';
import { snippetFor } from './snippet';

export type KeyShown = { type: string; key: string; url: string };

/** The key and the address it makes, for the one time they are shown, with what to paste into the tool. */
export function NewKey({ shown: { type, key, url }, says }: { shown: KeyShown; says: string }) {
  const { label, text, where } = snippetFor(type, url);
  return (
    <div className={styles.key}>
      <Notice glyph="check">
        <p>{says} The key is shown only now: copy it before you leave this page.</p>
      </Notice>
      <CopyField label="Address" text={url} />
      <CopyField label="Key" text={key} />
      {text ? <CopyField label={label} text={text} block /> : null}
      <p className={styles.where}>{where}</p>
    </div>
  );
}

import { CopyField } from '~/ui/copy-field';
import styles from './new-key.module.css';
import { snippetFor } from './snippet';

/** What was shown beside the new key, for whoever sets the tool up later: the address without the key, which is not kept. */
export function SetUp({ type, url }: { type: string; url: string }) {
  const { label, text, where } = snippetFor(type, url);
  return (
    <div className={styles.again}>
      <p className={styles.where}>{where}</p>
      <CopyField label="Address, with your key at its end" text={url} />
      {text ? <CopyField label={label} text={text} block /> : null}
    </div>
  );
}

import { CopyField } from '~/ui/copy-field';
import { Notice } from '~/ui/notice';
import styles from '../integration/new-key.module.css';

/** The address to ping, for the one time it is shown, with a line for a crontab. */
export function NewAddress({ url, says }: { url: string; says: string }) {
  return (
    <div className={styles.key}>
      <Notice glyph="check">
        <p>{says} Its address is shown only now: copy it before you leave this page.</p>
      </Notice>
      <CopyField label="Address" text={url} />
      <CopyField
        label="At the end of a job"
        text={`your-job && curl -fsS -m 10 --retry 5 -o /dev/null '${url}'`}
        block
      />
      <CopyField label="Where it has failed" text={`curl -fsS -m 10 --retry 5 -o /dev/null '${url}/fail'`} block />
      <p className={styles.where}>
        GET, POST and HEAD all count as a ping. Nothing is missed before the first one has come.
      </p>
    </div>
  );
}

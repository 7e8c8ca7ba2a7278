import type { ReactNode } from 'react';
import { addressOf, type Method } from '~/components/contact-method/words';
import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import styles from './rungs.module.css';

type Line = { key: string; minutes: number; method: Method; unused?: string | null; end?: ReactNode };

/** A ladder as a log: the minute in the margin, then what happens. */
export function Rungs({ lines }: { lines: readonly Line[] }) {
  return (
    <ol className={styles.rungs}>
      {lines.map(({ key, minutes, method, unused, end }) => (
        <li key={key} className={styles.rung} data-unused={unused ? true : undefined}>
          <span className={styles.minute}>{minutes === 0 ? 'at once' : `+${minutes} min`}</span>
          <span className={styles.method}>
            {CHANNEL_NAMES[method.kind]} <span className={styles.address}>{addressOf(method)}</span>
            {unused ? <span className={styles.unused}>{unused}: passed over</span> : null}
          </span>
          {end}
        </li>
      ))}
    </ol>
  );
}

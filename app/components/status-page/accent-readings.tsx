import { useEffect, useState } from 'react';
import { contrast, readable } from '../../../domain/status-page/accent';
import { GROUNDS } from '../../../domain/status-page/render/style';
import styles from './status-page.module.css';

const ofText = (accent: string, ground: string): string => {
  const shown = readable(accent, ground);
  const ratio = contrast(shown, ground).toFixed(1);
  return shown === accent ? `as it is (${ratio} : 1)` : `made ${shown} to be read (${ratio} : 1)`;
};

/** What becomes of an accent on both grounds of the page; follows the field where scripts run. */
export function AccentReadings({ accent, field }: { accent: string; field: string }) {
  const [typed, setTyped] = useState(accent);
  useEffect(() => {
    const follow = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === field) setTyped(target.value.trim().toLowerCase());
    };
    document.addEventListener('input', follow);
    return () => document.removeEventListener('input', follow);
  }, [field]);
  if (!/^#[0-9a-f]{6}$/.test(typed)) return null;
  return (
    <p className={styles.muted}>
      On light ground {ofText(typed, GROUNDS.light)}; on dark ground {ofText(typed, GROUNDS.dark)}.
    </p>
  );
}

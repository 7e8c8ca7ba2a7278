import { type MouseEvent, useState } from 'react';
import { Link } from '~/lib/rr';
import { KeyHelp } from './key-help';
import styles from './keyboard.module.css';
import { type LiveKey, liveKeys } from './live-keys';
import { Palette } from './palette';
import { useKeys } from './use-keys';

type Props = { single: boolean; places: readonly { to: string; word: string }[] };

/** The way to the palette, the palette itself, and the help for keys. Without scripts the way leads to a page. */
export function Keyboard({ single, places }: Props) {
  const [shown, setShown] = useState<'palette' | 'help' | null>(null);
  const [live, setLive] = useState<LiveKey[]>([]);
  const close = () => setShown(null);
  const openPalette = () => setShown('palette');
  useKeys(single, {
    openPalette,
    openHelp: () => {
      setLive(liveKeys());
      setShown('help');
    },
  });
  const onFind = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openPalette();
  };
  return (
    <>
      <Link to="/search" className={styles.find} onClick={onFind}>
        Find or do
        <kbd>Ctrl K</kbd>
      </Link>
      <Palette isOpen={shown === 'palette'} places={places} onClose={close} />
      <KeyHelp isOpen={shown === 'help'} single={single} live={live} onClose={close} />
    </>
  );
}

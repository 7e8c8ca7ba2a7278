import { type ReactNode, type RefObject, useEffect } from 'react';
import styles from './dialog.module.css';

type Props = {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  box: RefObject<HTMLDialogElement>;
  children: ReactNode;
};

/** The browser's own dialog: it keeps the focus inside, gives it back, and closes by Escape or a press beside it. */
export function Dialog({ label, isOpen, onClose, box, children }: Props) {
  useEffect(() => {
    const dialog = box.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen, box]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own
    <dialog
      ref={box}
      aria-label={label}
      className={styles.dialog}
      onClose={onClose}
      onClick={({ target }) => (target === box.current ? onClose() : undefined)}
    >
      {isOpen ? <div className={styles.inside}>{children}</div> : null}
    </dialog>
  );
}

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button';
import type { GlyphName } from './glyph';
import { Glyph } from './glyph';
import { Notice } from './notice';
import styles from './undo.module.css';

/** So long a toast stays, and longer while somebody is at it (WCAG 2.2.1). */
const STAYS_MS = 12_000;

type Props = {
  glyph: GlyphName;
  tone?: string | undefined;
  /** What was done, one sentence. */
  children: ReactNode;
  /** The form that takes it back; it stands in the notice for good, and in the toast. */
  undo: ReactNode;
};

/**
 * What was just done, with the way back. The notice stays in the page and works without scripts; where it is scrolled
 * out of sight, a toast says the same within reach of the thumb.
 */
export function Undo({ children, undo, ...look }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isHidden, setHidden] = useState(false);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const notice = box.current;
    if (!notice || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(([entry]) => setHidden(entry !== undefined && !entry.isIntersecting));
    observer.observe(notice);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div ref={box}>
        <Notice {...look}>
          <p>{children}</p>
          {undo}
        </Notice>
      </div>
      {isHidden && !isOver ? (
        <Toast {...look} undo={undo} onEnd={() => setOver(true)}>
          {children}
        </Toast>
      ) : null}
    </>
  );
}

/** Floats over the page for a while. Nothing is said by it alone: it repeats a notice, so it is no live region. */
export function Toast({ glyph, tone, children, undo, onEnd }: Props & { onEnd: () => void }) {
  const [isHeld, setHeld] = useState(false);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => end.current(), STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <section
      aria-label="Just done"
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={({ key }) => (key === 'Escape' ? onEnd() : undefined)}
    >
      <Glyph name={glyph} />
      <p>{children}</p>
      <div className={styles.ways}>
        {undo}
        <Button type="button" look="quiet" onClick={onEnd}>
          Dismiss
        </Button>
      </div>
    </section>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import type { Refusal } from '~/lib/failure';
import { Glyph, type GlyphName } from './glyph';
import styles from './notice.module.css';

/** The one place of a page where results are told; the region is there before there is anything to say. */
export function NoticeRegion({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.region}>
      {children}
    </div>
  );
}

/** What just happened, beside a rule in the colour of the state it led to. */
export function Notice({
  glyph,
  tone,
  children,
}: {
  glyph: GlyphName;
  tone?: string | undefined;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The pressed button may be gone with the state it belonged to: do not leave the keyboard nowhere.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} className={styles.notice} data-tone={tone}>
      <Glyph name={glyph} />
      <div className={styles.text}>{children}</div>
    </div>
  );
}

/** Why a form was refused, with the request's id; focused, so that it is read first. */
export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const more = Object.values(refusal.errors).filter((message) => message !== refusal.message);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.notice} data-tone="failed">
      <Glyph name="warning" />
      <div className={styles.text}>
        <p>{refusal.message}</p>
        {more.map((message) => (
          <p key={message}>{message}</p>
        ))}
        <p className={styles.id}>
          Request <code>{refusal.requestId}</code>
        </p>
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './glyph.module.css';

const ring = <circle cx="8" cy="8" r="5.25" />;

// 16 by 16, drawn by hand: the shape alone must tell the state. `solid` ones are filled, the rest are 1.5 px lines.
const SOLID = {
  open: <rect x="3" y="3" width="10" height="10" />,
  escalated: <path d="M8 1.9 14.6 13.5H1.4z" />,
  snoozed: <path d="M4 3h3v10H4zM9 3h3v10H9z" />,
  dot: <circle cx="8" cy="8" r="2" />,
} satisfies Record<string, ReactNode>;

const LINED = {
  acknowledged: (
    <>
      <rect x="3.25" y="3.25" width="9.5" height="9.5" />
      <path d="M3.25 3.25H8v9.5H3.25z" fill="currentColor" />
    </>
  ),
  suppressed: (
    <>
      {ring}
      <path d="m4.3 11.7 7.4-7.4" />
    </>
  ),
  resolved: (
    <>
      {ring}
      <path d="m5.4 8.2 1.9 1.9 3.4-3.9" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="5.25" strokeDasharray="1.6 1.7" />,
  next: <path d="M2.5 8h10M9 4.5 12.5 8 9 11.5" />,
  later: <circle cx="8" cy="8" r="2.25" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.6" />,
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  dash: <path d="M4 8h8" />,
  repeat: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2v2.8h-2.8" />,
  note: <path d="M3 4h10M3 8h10M3 12h6" />,
  person: <path d="M8 7.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM3 13.6c.4-2.6 2.3-4 5-4s4.6 1.4 5 4" />,
  warning: <path d="M8 2.4 14.2 13.4H1.8zM8 6.6v3.2M8 11.2v.6" />,
  home: <path d="M2.5 7.3 8 2.6l5.5 4.7v6.1h-4V9.8h-3v3.6h-4z" />,
  list: <path d="M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5" />,
  phone: (
    <path d="M3.3 2.6h2.6l1.2 3-1.6 1.2a8 8 0 0 0 3.7 3.7l1.2-1.6 3 1.2v2.6c0 .5-.4.9-.9.8C7.3 13.1 2.9 8.7 2.5 3.5c0-.5.3-.9.8-.9z" />
  ),
  outbox: <path d="M2.5 9v4.4h11V9h-3.3l-.9 1.7H6.7L5.8 9zM8 7.3V1.9M5.7 4 8 1.8 10.3 4" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" strokeLinecap="round" />,
  down: <path d="m4 6.2 4 4 4-4" />,
} satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof SOLID | keyof typeof LINED;

/** A mark of 16 px beside a word. It never stands alone, so it says nothing to a screen reader. */
export function Glyph({ name, className = styles.glyph }: { name: GlyphName; className?: string }) {
  const solid = name in SOLID;
  return (
    <svg
      aria-hidden="true"
      className={className}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill={solid ? 'currentColor' : 'none'}
      stroke={solid ? 'none' : 'currentColor'}
      strokeWidth="1.5"
    >
      {solid ? SOLID[name as keyof typeof SOLID] : LINED[name as keyof typeof LINED]}
    </svg>
  );
}

import type { Instant } from '../shared/time';

/** From `start` up to but without `end` (R2). */
export type Span = { start: Instant; end: Instant };

/** Sorted, and joined where they overlap or touch; empty and inverted ones are left out (R7). Sorts `spans` in place. */
export function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  spans.sort((a, b) => a.start - b.start);
  for (const { start, end } of spans) {
    if (end <= start) continue;
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

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

/** What of `spans` lies outside of `others`. Both in order and disjoint, as `joinSpans` makes them. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let j = 0;
  for (const { start, end } of spans) {
    let at = start;
    while (j > 0 && (others[j - 1]?.end ?? at) > at) j -= 1;
    for (let other = others[j]; other && other.start < end; other = others[++j]) {
      if (other.end <= at) continue;
      if (other.start > at) left.push({ start: at, end: other.start });
      at = other.end;
      if (at >= end) break;
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/** Milliseconds that lie in both; each in order and disjoint. */
export function lengthInBoth(spans: readonly Span[], others: readonly Span[]): number {
  let length = 0;
  let j = 0;
  for (const { start, end } of spans) {
    while (j > 0 && (others[j - 1]?.end ?? start) > start) j -= 1;
    for (let other = others[j]; other && other.start < end; other = others[++j]) {
      length += Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
      if (other.end >= end) break;
    }
  }
  return length;
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((total, { start, end }) => total + end - start, 0);

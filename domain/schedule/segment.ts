import type { Instant } from '../shared/time';
import type { Span } from './span';

/** The people on call together from `start` up to but without `end`. Lists of segments are in order and disjoint. */
export type Segment = Span & { users: readonly string[] };

/** True if the same people are meant, in whatever order; neither list repeats anybody. */
export const samePeople = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((user) => b.includes(user)));

/** Appends unless empty; longer than the last one if it goes on with the same people. */
export function append(segments: Segment[], start: Instant, end: Instant, users: readonly string[]): void {
  if (end <= start) return;
  const last = segments.at(-1);
  if (last && last.end === start && samePeople(last.users, users)) last.end = end;
  else segments.push({ start, end, users });
}

/** R8e: whoever is in either, each once; those of `a` first. */
export function together(a: readonly Segment[], b: readonly Segment[]): Segment[] {
  if (a.length === 0) return [...b];
  if (b.length === 0) return [...a];
  const both: Segment[] = [];
  let i = 0;
  let j = 0;
  let at = Number.NEGATIVE_INFINITY;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (!left && !right) return both;
    const inLeft = left !== undefined && left.start <= at;
    const inRight = right !== undefined && right.start <= at;
    const end = Math.min(edge(left, inLeft), edge(right, inRight));
    if (inLeft && inRight) append(both, at, end, union(left.users, right.users));
    else if (inLeft) append(both, at, end, left.users);
    else if (inRight) append(both, at, end, right.users);
    at = end;
    if (left && left.end <= at) i += 1;
    if (right && right.end <= at) j += 1;
  }
}

/** R8: `top` wherever it has somebody, `below` in its holes. */
export function fillHoles(top: readonly Segment[], below: readonly Segment[]): Segment[] {
  if (top.length === 0) return [...below];
  const filled: Segment[] = [];
  let j = 0;
  let from = Number.NEGATIVE_INFINITY;
  const fill = (to: Instant) => {
    for (let under = below[j]; under && under.start < to; under = below[++j]) {
      append(filled, Math.max(under.start, from), Math.min(under.end, to), under.users);
      if (under.end > to) return;
    }
  };
  for (const { start, end, users } of top) {
    fill(start);
    append(filled, start, end, users);
    from = end;
  }
  fill(Number.POSITIVE_INFINITY);
  return filled;
}

const edge = (segment: Segment | undefined, inside: boolean): Instant =>
  segment === undefined ? Number.POSITIVE_INFINITY : inside ? segment.end : segment.start;

const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  samePeople(a, b) ? a : [...a, ...b.filter((user) => !a.includes(user))];

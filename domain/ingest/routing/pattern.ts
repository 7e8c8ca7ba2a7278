/**
 * A small regular expression language that is read from left to right in time proportional to text × pattern, whatever
 * both hold: JavaScript's own can be made to run for hours by a pattern or an alert text. Letters ignore case.
 * Literals, `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S`, `\b`-free; `( )`, `|`, `* + ?`, `{n}`, `{n,}`, `{n,m}` (≤ 100), `^`, `$`.
 */
export type Pattern = { matches: (text: string) => boolean };

export const PATTERN_LIMIT = 200;
const TEXT_LIMIT = 2_000;
const STATE_LIMIT = 2_000;
const REPEAT_LIMIT = 100;

type Test = (char: string) => boolean;
type Node =
  | { kind: 'char'; test: Test }
  | { kind: 'begin' | 'end' | 'nothing' }
  | { kind: 'both' | 'either'; parts: Node[] }
  | { kind: 'repeat'; part: Node; min: number; max: number | null };

type State =
  | { kind: 'char'; test: Test; next: number }
  | { kind: 'begin' | 'end'; next: number }
  | { kind: 'split'; next: number[] }
  | { kind: 'found' };

class NotAPattern extends Error {}

/** Null: it is no pattern of this language, or too large a one. */
export function compilePattern(source: string): Pattern | null {
  if (source.length === 0 || source.length > PATTERN_LIMIT) return null;
  try {
    const states: State[] = [{ kind: 'found' }];
    const start = build(read(source), 0, states);
    return { matches: (text) => search(states, start, text.slice(0, TEXT_LIMIT).toLowerCase()) };
  } catch (error) {
    if (error instanceof NotAPattern) return null;
    throw error;
  }
}

function read(source: string): Node {
  const chars = [...source.toLowerCase()];
  // Letters of classes such as \D keep their case: they are told by the source.
  const exact = [...source];
  let at = 0;
  const either = (): Node => {
    const parts = [both()];
    while (chars[at] === '|') {
      at += 1;
      parts.push(both());
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'either', parts };
  };
  const both = (): Node => {
    const parts: Node[] = [];
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') parts.push(repeated(one()));
    return parts.length === 0 ? { kind: 'nothing' } : { kind: 'both', parts };
  };
  const repeated = (part: Node): Node => {
    const mark = chars[at];
    if (mark === '*' || mark === '+' || mark === '?') {
      at += 1;
      return { kind: 'repeat', part, min: mark === '+' ? 1 : 0, max: mark === '?' ? 1 : null };
    }
    const [whole, min, comma, max] = /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(chars.slice(at).join('')) ?? [];
    if (whole === undefined) return part;
    at += whole.length;
    const most = comma === '' ? Number(min) : max === '' ? null : Number(max);
    if (Number(min) > REPEAT_LIMIT || (most !== null && (most > REPEAT_LIMIT || most < Number(min))))
      throw new NotAPattern();
    return { kind: 'repeat', part, min: Number(min), max: most };
  };
  const one = (): Node => {
    const char = chars[at];
    at += 1;
    switch (char) {
      case '(': {
        if (chars[at] === '?') throw new NotAPattern();
        const inner = either();
        if (chars[at] !== ')') throw new NotAPattern();
        at += 1;
        return inner;
      }
      case '^':
        return { kind: 'begin' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'char', test: (given) => given !== '\n' };
      case '[':
        return { kind: 'char', test: set() };
      case '\\':
        return { kind: 'char', test: escaped() };
      case '*':
      case '+':
      case '?':
      case undefined:
        throw new NotAPattern();
      default:
        return { kind: 'char', test: (given) => given === char };
    }
  };
  const escaped = (): Test => {
    const letter = exact[at];
    const plain = chars[at];
    at += 1;
    if (letter === undefined || plain === undefined) throw new NotAPattern();
    const known = Object.hasOwn(CLASSES, letter) ? CLASSES[letter] : undefined;
    if (known) return known;
    if (/[a-z0-9]/i.test(letter)) throw new NotAPattern();
    return (given) => given === plain;
  };
  const set = (): Test => {
    const isNegated = chars[at] === '^';
    if (isNegated) at += 1;
    const tests: Test[] = [];
    while (chars[at] !== ']' || tests.length === 0) {
      const from = chars[at];
      if (from === undefined) throw new NotAPattern();
      at += 1;
      if (from === '\\') {
        tests.push(escaped());
        continue;
      }
      const to = chars[at] === '-' && chars[at + 1] !== ']' ? chars[at + 1] : undefined;
      if (to === undefined) tests.push((given) => given === from);
      else {
        at += 2;
        tests.push((given) => given >= from && given <= to);
      }
    }
    at += 1;
    return (given) => tests.some((test) => test(given)) !== isNegated;
  };
  const whole = either();
  if (at < chars.length) throw new NotAPattern();
  return whole;
}

const CLASSES: Readonly<Record<string, Test>> = {
  d: (char) => /^\d$/.test(char),
  D: (char) => !/^\d$/.test(char),
  w: (char) => /^\w$/.test(char),
  W: (char) => !/^\w$/.test(char),
  s: (char) => /^\s$/.test(char),
  S: (char) => !/^\s$/.test(char),
};

/** Adds the states of a node in front of `next`, and gives the first of them. */
function build(node: Node, next: number, states: State[]): number {
  if (states.length > STATE_LIMIT) throw new NotAPattern();
  const add = (state: State): number => states.push(state) - 1;
  switch (node.kind) {
    case 'nothing':
      return next;
    case 'char':
      return add({ kind: 'char', test: node.test, next });
    case 'begin':
    case 'end':
      return add({ kind: node.kind, next });
    case 'both':
      return node.parts.reduceRight((after, part) => build(part, after, states), next);
    case 'either':
      return add({ kind: 'split', next: node.parts.map((part) => build(part, next, states)) });
    case 'repeat': {
      const { part, min, max } = node;
      let after = next;
      if (max === null) {
        const loop = { kind: 'split' as const, next: [next] };
        after = add(loop);
        loop.next.unshift(build(part, after, states));
      } else
        for (let i = min; i < max; i += 1) after = add({ kind: 'split', next: [build(part, after, states), next] });
      for (let i = 0; i < min; i += 1) after = build(part, after, states);
      return after;
    }
  }
}

/** All states at once, one character at a time; a match may begin anywhere. */
function search(states: State[], start: number, text: string): boolean {
  const chars = [...text];
  let active = new Set<number>();
  for (let at = 0; ; at += 1) {
    const reached = new Set<number>();
    const waiting = [...active, start];
    while (waiting.length > 0) {
      const index = waiting.pop() as number;
      if (reached.has(index)) continue;
      reached.add(index);
      const state = states[index] as State;
      if (state.kind === 'found') return true;
      if (state.kind === 'split') waiting.push(...state.next);
      if (state.kind === 'begin' && at === 0) waiting.push(state.next);
      if (state.kind === 'end' && at === chars.length) waiting.push(state.next);
    }
    if (at >= chars.length) return false;
    active = new Set();
    for (const index of reached) {
      const state = states[index] as State;
      if (state.kind === 'char' && state.test(chars[at] as string)) active.add(state.next);
    }
  }
}

import { DAY, type Instant } from '../shared/time';
import { parseWallClock } from '../shared/zone';
import { instantOf, type Layer, type Override, type Restriction, type Schedule } from './schedule';

/** About what half a second buys; a schedule of ten layers over a year needs a hundredth of it. */
export const MOST_WORK = 500_000;

export const TOO_MUCH_WORK =
  'This is too much to work out at once: use fewer layers, restrictions or instants, or a shorter range';

const TURN_DAYS = { hour: 1 / 24, day: 1, week: 7, month: 28 };

/** Pieces of a layer in a range, and the most people of one turn. */
type Size = { pieces: number; people: number; work: number };

/** Work in microseconds for [from, to). */
type Estimate = (from: Instant, to: Instant) => number;

/**
 * A rough upper bound, in microseconds, of the work that `answersBetween` and `shifts` have with ranges of a schedule.
 * Takes hardly any time itself, so that what a stranger sends can be refused before it is tried (RELIABILITY B11). The
 * weights were measured; only their order of magnitude matters.
 */
export function workEstimate(schedule: Schedule): Estimate {
  const levels = new Map<number, ((from: Instant, to: Instant) => Size)[]>();
  for (const layer of schedule.layers) {
    levels.set(layer.priority, [...(levels.get(layer.priority) ?? []), sizeEstimate(layer)]);
  }
  const ofOverrides = overridesEstimate(schedule.overrides);
  return (from, to) => {
    let work = 0;
    let pieces = 1;
    let people = 1;
    for (const level of levels.values()) {
      const sizes = level.map((sizeOf) => sizeOf(from, to));
      const ofLevel = sum(sizes.map((size) => size.pieces));
      const together = sum(sizes.map((size) => size.people));
      work += sum(sizes.map((size) => size.work)) + ofLevel * (0.1 * sizes.length + 0.006 * together ** 2);
      pieces += ofLevel;
      people = Math.max(people, together);
    }
    return work + 0.05 * pieces * levels.size + ofOverrides(from, to, pieces, people);
  };
}

function sizeEstimate({ start: startText, end: endText, rotation, restrictions, users, countOnlyActiveTurns }: Layer) {
  const alive = { start: instantOf(startText), end: endText === null ? Number.POSITIVE_INFINITY : instantOf(endText) };
  const anchor = parseWallClock(rotation.anchor) ?? alive.start;
  const turnDays = TURN_DAYS[rotation.unit] * rotation.length;
  const people = Math.max(0, ...users.map((slot) => (Array.isArray(slot) ? slot.length : 1)));
  const slots = users.flat().length;
  return (from: Instant, to: Instant): Size => {
    const start = Math.max(from, alive.start);
    const end = Math.min(to, alive.end);
    if (end <= start) return { pieces: 0, people: 0, work: 1 };
    const days = (end - start) / DAY;
    const windows = windowsIn(restrictions, days);
    const counted = countOnlyActiveTurns ? windowsIn(restrictions, Math.abs(start - anchor) / DAY) : 0;
    const turns = days / turnDays + 2;
    const work = 4 + 0.05 * slots + 0.5 * turns + 1.5 * windows + counted;
    return { pieces: turns + windows, people, work };
  };
}

const windowsIn = (restrictions: readonly Restriction[], days: number): number =>
  sum(restrictions.map(({ kind }) => (kind === 'daily' ? days : days / 7))) + 0.5 * restrictions.length;

/** Each edge of an override looks at those in force, and each answer may follow a chain of stand-ins. */
function overridesEstimate(overrides: readonly Override[]) {
  const spans = overrides.map(({ start, end }) => ({ start: instantOf(start), end: instantOf(end) }));
  return (from: Instant, to: Instant, pieces: number, people: number): number => {
    const edges = spans
      .filter(({ start, end }) => start < to && end > from && start < end)
      .flatMap(({ start, end }) => [
        { at: start, by: 1 },
        { at: end, by: -1 },
      ]);
    let inForce = 0;
    let most = 0;
    for (const { by } of edges.sort((a, b) => a.at - b.at || a.by - b.by)) {
      inForce += by;
      most = Math.max(most, inForce);
    }
    return 0.5 * spans.length + edges.length * most * 0.05 + (pieces + edges.length) * people * most * 0.01;
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

import type { Instant } from '../shared/time';
import type { ZoneClock } from '../shared/zone';
import { countActiveTurns } from './active-turns';
import { windowsBetween } from './restriction';
import { type Turns, turnsOf } from './rotation';
import { type IsAvailable, instantOf, type Layer, type Slot } from './schedule';
import { append, type Segment } from './segment';

/**
 * When whom of a layer alone is on call in [from, to): only while it lives (R1), inside its windows (R7), and only
 * turns that have somebody (R9). A person who is not available is left out of their turns; the order stays.
 */
export function layerSegments(
  layer: Layer,
  clock: ZoneClock,
  from: Instant,
  to: Instant,
  isAvailable: IsAvailable,
): Segment[] {
  const start = Math.max(from, instantOf(layer.start));
  const end = layer.end === null ? to : Math.min(to, instantOf(layer.end));
  const slots = layer.users.map((slot) => peopleIn(slot).filter(isAvailable));
  if (end <= start || slots.every((people) => people.length === 0)) return [];

  const turns = turnsOf(layer.rotation, clock);
  const firstTurn = turns.at(start);
  const ordinalOf = layer.countOnlyActiveTurns
    ? activeOrdinals(layer, turns, clock, firstTurn)
    : (turn: number) => turn;
  // The first turn may have become active before `start`, and whether it has decides about the next.
  const since = layer.countOnlyActiveTurns ? turns.startOf(firstTurn) : start;
  const windows =
    layer.restrictions.length === 0 ? [{ start, end }] : windowsBetween(layer.restrictions, clock, since, end);

  const segments: Segment[] = [];
  for (const window of windows) {
    const closes = Math.min(window.end, end);
    let at = window.start;
    for (let turn = Math.max(firstTurn, turns.at(at)); at < closes; turn += 1) {
      const next = Math.min(turns.startOf(turn + 1), closes);
      const people = slots[modulo(ordinalOf(turn), slots.length)];
      if (people && people.length > 0) append(segments, Math.max(at, start), next, people);
      at = next;
    }
  }
  return segments;
}

/** Numbers the active turns in a row. To be asked for active turns from `firstTurn` on, in order. */
function activeOrdinals(layer: Layer, turns: Turns, clock: ZoneClock, firstTurn: number): (turn: number) => number {
  const count = (from: number, to: number) => countActiveTurns(turns, layer.restrictions, clock, from, to);
  let ordinal = (firstTurn >= 0 ? count(0, firstTurn) : -count(firstTurn, 0)) - 1;
  let lastTurn = firstTurn - 1;
  return (turn) => {
    if (turn > lastTurn) ordinal += 1;
    lastTurn = turn;
    return ordinal;
  };
}

function peopleIn(slot: Slot): string[] {
  if (slot === null) return [];
  return typeof slot === 'string' ? [slot] : [...new Set(slot)];
}

const modulo = (a: number, n: number): number => ((a % n) + n) % n;

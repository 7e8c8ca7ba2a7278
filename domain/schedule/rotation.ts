import { DAY, HOUR, type Instant } from '../shared/time';
import { parseWallClock, type WallClock, type ZoneClock } from '../shared/zone';
import type { Rotation } from './schedule';

/** The turns of a rotation, numbered from the anchor: turn k lasts from `startOf(k)` to `startOf(k + 1)`. */
export type Turns = {
  startOf: (turn: number) => Instant;
  /** The largest k with `startOf(k) <= at` (R1, R6: of turns that begin together the last); negative before the anchor. */
  at: (at: Instant) => number;
};

/**
 * Hour turns are elapsed time (R5); day, week and month turns keep the wall clock of the anchor (R4, R12), each counted
 * from the anchor itself. Finding a turn takes the same time however far it is from the anchor.
 * Throws RangeError if the anchor is no wall clock; the schema refuses such a rotation.
 */
export function turnsOf(rotation: Rotation, clock: ZoneClock): Turns {
  const anchor = parseWallClock(rotation.anchor);
  if (anchor === null) throw new RangeError(`not a wall clock: ${rotation.anchor}`);
  const { length } = rotation;
  switch (rotation.unit) {
    case 'hour':
      return elapsedTurns(clock.fromWall(anchor), length * HOUR);
    case 'day':
      return dayTurns(anchor, length * DAY, clock);
    case 'week':
      return dayTurns(anchor, length * 7 * DAY, clock);
    case 'month':
      return monthTurns(anchor, length, clock);
  }
}

function elapsedTurns(first: Instant, length: number): Turns {
  return { startOf: (turn) => first + turn * length, at: (at) => Math.floor((at - first) / length) };
}

function dayTurns(anchor: WallClock, length: number, clock: ZoneClock): Turns {
  const startOf = (turn: number) => clock.fromWall(anchor + turn * length);
  return { startOf, at: (at) => settle(startOf, at, Math.floor((clock.toWall(at) - anchor) / length)) };
}

function monthTurns(anchor: WallClock, length: number, clock: ZoneClock): Turns {
  const startOf = (turn: number) => clock.fromWall(addMonths(anchor, turn * length));
  const first = monthNumber(anchor);
  return { startOf, at: (at) => settle(startOf, at, Math.floor((monthNumber(clock.toWall(at)) - first) / length)) };
}

/** `guess` is off by a turn or two at most; starts never go backwards, since turns are as long as the longest gap. */
function settle(startOf: (turn: number) => Instant, at: Instant, guess: number): number {
  let turn = guess;
  while (startOf(turn + 1) <= at) turn += 1;
  while (startOf(turn) > at) turn -= 1;
  return turn;
}

function monthNumber(wall: WallClock): number {
  const date = new Date(wall);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** R12: a day that the month lacks becomes its last day. */
function addMonths(wall: WallClock, months: number): WallClock {
  const from = new Date(wall);
  const month = monthNumber(wall) + months;
  const lastDay = new Date(0).setUTCFullYear(0, month + 1, 0);
  const day = Math.min(from.getUTCDate(), new Date(lastDay).getUTCDate());
  return new Date(0).setUTCFullYear(0, month, day) + (((wall % DAY) + DAY) % DAY);
}

import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE, toIso } from '../shared/time';
import { type Oracle, oracleFor } from './oracle.testing';
import { type Random, type RandomCase, randomCase, randomFrom } from './random-schedule.testing';
import { onCallAt } from './resolve';
import { scheduleSchema } from './schedule';
import { gaps, nextHandoff, type Shift, shifts } from './shifts';
import { joinSpans } from './span';

const CASES = Number(process.env.SCHEDULE_CASES ?? 300);
const SEED = Number(process.env.SCHEDULE_SEED ?? 1);

/** The oracle's answer over a range: at every instant at which it could change. */
function changesOf(oracle: Oracle, from: Instant, to: Instant): { at: Instant; users: string[] }[] {
  const answers = oracle.candidates(from, to).map((at) => ({ at, users: oracle.at(at).users }));
  return answers.filter(({ users }, i) => i === 0 || users.join() !== answers[i - 1]?.users.join());
}

function shiftsOf(changes: { at: Instant; users: string[] }[], to: Instant): Shift[] {
  const all: Shift[] = [];
  changes.forEach(({ at, users }, i) => {
    const end = changes[i + 1]?.at ?? to;
    for (const user of users) {
      const before = all.find((shift) => shift.user === user && shift.end === at);
      if (before) before.end = end;
      else all.push({ user, start: at, end });
    }
  });
  return all.sort((a, b) => a.start - b.start || (a.user < b.user ? -1 : 1));
}

/** Where to ask: on both sides of what may change, minute by minute over two stretches, and anywhere. */
function instantsOf({ around, from, to }: RandomCase, edges: Instant[], random: Random): Instant[] {
  const picked = Array.from({ length: 10 }, () => random.pick(edges));
  const near = picked.flatMap((edge) => [edge - MINUTE, edge - 1, edge, edge + 1, edge + MINUTE]);
  const stretches = [random.pick(edges) - random.int(0, 30) * MINUTE, around - random.int(0, 30) * MINUTE];
  const minutes = stretches.flatMap((stretch) => Array.from({ length: 30 }, (_, i) => stretch + i * MINUTE));
  const clockChange = Array.from({ length: 8 }, () => around + random.int(-2 * HOUR, 2 * HOUR));
  const anywhere = Array.from({ length: 12 }, () => random.int(from, to - 1));
  return [...near, ...minutes, ...clockChange, ...anywhere].filter((at) => at >= from && at < to);
}

function check(scene: RandomCase, random: Random): void {
  const { schedule, from, to, disabled } = scene;
  expect(scheduleSchema.parse(schedule)).toEqual(schedule);
  const isAvailable = (user: string) => !disabled.includes(user);
  const oracle = oracleFor(schedule, isAvailable);
  const changes = changesOf(oracle, from, to);
  const found = shifts(schedule, from, to, isAvailable);
  expect(found).toEqual(shiftsOf(changes, to));
  const covered = joinSpans([...found, ...gaps(schedule, from, to, isAvailable)].map((span) => ({ ...span })));
  expect(covered).toEqual([{ start: from, end: to }]);

  for (const at of instantsOf(scene, oracle.candidates(from, to), random)) {
    const { users, source, until } = onCallAt(schedule, at, isAvailable);
    expect({ users: [...users].sort(), source }, toIso(at)).toEqual(oracle.at(at));
    const inShifts = found.filter(({ start, end }) => start <= at && at < end).map(({ user }) => user);
    expect([...users].sort(), toIso(at)).toEqual(inShifts.sort());
    const next = changes.find((change) => change.at > at);
    if (next) expect(until, toIso(at)).toBe(next.at);
    else if (until !== null) expect(until, toIso(at)).toBeGreaterThanOrEqual(to);
    const handoff = nextHandoff(schedule, at, isAvailable);
    expect(handoff?.at ?? null, toIso(at)).toBe(until);
    if (until !== null) expect(handoff?.users.sort()).toEqual(oracle.at(until).users);
  }
}

describe(`${CASES} random schedules of seed ${SEED}`, () => {
  it('get the answers that the rules give one by one, from onCallAt and shifts alike', { timeout: 3_600_000 }, () => {
    for (let i = 0; i < CASES; i += 1) {
      const random = randomFrom(SEED * 1_000_003 + i);
      const scene = randomCase(random);
      try {
        check(scene, random);
      } catch (error) {
        throw new Error(`case ${i}: ${(error as Error).message}\n${JSON.stringify(scene)}`, { cause: error });
      }
    }
  });
});

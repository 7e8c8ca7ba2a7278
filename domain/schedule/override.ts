import type { Instant } from '../shared/time';
import { type IsAvailable, instantOf, type Override } from './schedule';
import { type Segment, samePeople } from './segment';
import type { Span } from './span';

/** Who is on call over a span, and what decided it. Lists of answers cover their range without holes; nobody is []. */
export type Answer = Segment & { source: 'override' | 'layer' | 'none' };

type Cover = Span & { user: string | null; replaces: string | undefined };

/** What overrides in force at once amount to: `whole` instead of everybody, then stand-ins by whom they replace. */
type Ruling = { whole: Cover | undefined; standIns: Map<string, { order: number; user: string | null }> };

/**
 * The layers' answers with the overrides laid over them (R10). Of overlapping overrides the one created last wins
 * (R10o). One that replaces a single person changes what layers and earlier overrides answer, if that person is in it.
 * An override by somebody who is not available has no effect, so that whoever it would hide is still paged.
 */
export function applyOverrides(
  answers: readonly Answer[],
  overrides: readonly Override[],
  isAvailable: IsAvailable,
): Answer[] {
  const from = answers.at(0)?.start ?? 0;
  const to = answers.at(-1)?.end ?? 0;
  const covers = coversBetween(overrides, from, to, isAvailable);
  if (covers.length === 0) return [...answers];

  const edges = covers
    .flatMap(({ start, end }, order) => [
      { at: Math.max(start, from), order, opens: true },
      { at: Math.min(end, to), order, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const result: Answer[] = [];
  const active: number[] = [];
  let at = from;
  let next = 0;
  const goTo = (end: Instant) => {
    const ruling = rulingOf(active, covers);
    for (let under = answers[next]; under && under.start < end; under = answers[++next]) {
      const start = Math.max(under.start, at);
      const { users, source } = decide(under, ruling);
      appendAnswer(result, { start, end: Math.min(under.end, end), users, source });
      if (under.end > end) break;
    }
    at = end;
  };
  for (const edge of edges) {
    if (edge.at > at) goTo(edge.at);
    if (edge.opens) active.splice(active.findLastIndex((order) => order < edge.order) + 1, 0, edge.order);
    else active.splice(active.indexOf(edge.order), 1);
  }
  goTo(to);
  return result;
}

function coversBetween(overrides: readonly Override[], from: Instant, to: Instant, isAvailable: IsAvailable): Cover[] {
  return overrides
    .filter(({ user }) => user === null || isAvailable(user))
    .map(({ user, start, end, replaces }) => ({ user, start: instantOf(start), end: instantOf(end), replaces }))
    .filter(({ start, end }) => start < end && start < to && end > from);
}

/** `active`: the covers in force, as indexes in order of creation. What came before a whole cover is hidden by it. */
function rulingOf(active: readonly number[], covers: readonly Cover[]): Ruling {
  const standIns: Ruling['standIns'] = new Map();
  for (let i = active.length - 1; i >= 0; i -= 1) {
    const order = active[i] ?? -1;
    const cover = covers[order];
    if (!cover) continue;
    if (cover.replaces === undefined) return { whole: cover, standIns };
    if (!standIns.has(cover.replaces)) standIns.set(cover.replaces, { order, user: cover.user });
  }
  return { whole: undefined, standIns };
}

function decide(under: Answer, { whole, standIns }: Ruling): Pick<Answer, 'users' | 'source'> {
  const base = whole ? (whole.user === null ? [] : [whole.user]) : under.users;
  if (standIns.size === 0) return { users: base, source: whole ? 'override' : under.source };

  const users = base.map((user) => standInFor(user, standIns));
  const present = [...new Set(users.filter((user) => user !== null))];
  const changed = users.some((user, i) => user !== base[i]);
  return { users: present, source: whole || changed ? 'override' : under.source };
}

/** A stand-in may be replaced in turn, by an override created later still. */
function standInFor(person: string, standIns: Ruling['standIns']): string | null {
  let user: string | null = person;
  let since = -1;
  while (user !== null) {
    const next = standIns.get(user);
    if (!next || next.order <= since) break;
    user = next.user;
    since = next.order;
  }
  return user;
}

function appendAnswer(answers: Answer[], answer: Answer): void {
  const last = answers.at(-1);
  if (last && last.source === answer.source && samePeople(last.users, answer.users)) last.end = answer.end;
  else answers.push(answer);
}

import type { ScheduleDiff } from '~/lib/schedules';
import { listOf, type Zone } from '~/lib/time';
import { type Instant, parseInstant } from '../../../domain/shared/time';
import { lengthText, spanText } from './span-words';

type Changes = ScheduleDiff['changes'];
type Name = string | null;

/** One stretch in which other people are on call than before. null: nobody. */
export type Swap = { start: Instant; end: Instant; loses: Name[]; gains: Name[] };

/** What each person gains and loses, put together by time: who takes over from whom. */
export function swapsOf(changes: Changes): Swap[] {
  const parts = changes.flatMap(({ user, gains, loses }) => [
    ...gains.map((span) => ({ name: user?.name ?? null, isGain: true, ...instantsOf(span) })),
    ...loses.map((span) => ({ name: user?.name ?? null, isGain: false, ...instantsOf(span) })),
  ]);
  const edges = [...new Set(parts.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const swaps: Swap[] = [];
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    const active = parts.filter((part) => part.start <= start && start < part.end);
    if (end === undefined || active.length === 0) continue;
    const names = (isGain: boolean) => active.filter((part) => part.isGain === isGain).map(({ name }) => name);
    const swap = { start, end, loses: names(false), gains: names(true) };
    const last = swaps.at(-1);
    if (last && last.end === start && key(last) === key(swap)) last.end = end;
    else swaps.push(swap);
  }
  return swaps;
}

const key = ({ loses, gains }: Swap): string => JSON.stringify([loses, gains]);
const instantsOf = (span: { start: string; end: string }) => ({
  start: parseInstant(span.start) ?? 0,
  end: parseInstant(span.end) ?? 0,
});

/** `Ana loses Sat 28 Nov 12:00–20:00, Bo gains it`; hours nobody has had or will have are said so. */
export function swapText({ loses, gains, ...span }: Swap, zone: Zone): string {
  const people = (names: readonly Name[]): string =>
    listOf(
      names.filter((name) => name !== null),
      zone.locale,
    );
  const verb = (names: readonly Name[], one: string, many: string): string =>
    names.filter((name) => name !== null).length > 1 ? many : one;
  const when = spanText(span, zone);
  const [lost, gained] = [people(loses), people(gains)];
  if (lost && gained)
    return `${lost} ${verb(loses, 'loses', 'lose')} ${when}, ${gained} ${verb(gains, 'gains', 'gain')} it`;
  if (gained)
    return `${gained} ${verb(gains, 'gains', 'gain')} ${when}${loses.includes(null) ? ', where nobody was on call' : ''}`;
  return `${lost} ${verb(loses, 'loses', 'lose')} ${when}${gains.includes(null) ? ', and nobody is on call' : ''}`;
}

export type Total = { name: string; gains: string | null; loses: string | null };

/** How much each person gains and loses in all. */
export function totalsOf(changes: Changes, locale: string): Total[] {
  const sum = (spans: Changes[number]['gains']): string | null => {
    const length = spans.map(instantsOf).reduce((total, { start, end }) => total + end - start, 0);
    return length === 0 ? null : lengthText({ start: 0, end: length }, locale);
  };
  return changes.map(({ user, gains, loses }) => ({
    name: user?.name ?? 'Nobody on call',
    gains: sum(gains),
    loses: sum(loses),
  }));
}

import { spanText } from '~/components/schedule/span-words';
import type { Zone } from '~/lib/time';

type Shift = { user: { id: string; name: string }; start: string; end: string };

/** Somebody's shifts that could be taken in exchange. */
export type ExchangeGroup = { name: string; shifts: { value: string; word: string }[] };

/**
 * The shifts of everybody but `viewerId` that begin after now, by person and start; times are on the reader's clock.
 * What overlaps the shift that is given away is left out.
 */
export function exchangeGroups(
  shifts: readonly Shift[],
  { viewerId, now, given, zone }: { viewerId: string; now: number; given: { start: number; end: number }; zone: Zone },
): ExchangeGroup[] {
  const groups = new Map<string, ExchangeGroup>();
  for (const { user, start, end } of shifts) {
    const span = { start: Date.parse(start), end: Date.parse(end) };
    if (user.id === viewerId || span.start <= now || (span.start < given.end && span.end > given.start)) continue;
    const group = groups.get(user.id) ?? { name: user.name, shifts: [] };
    group.shifts.push({ value: choiceOf(user.id, start, end), word: spanText(span, zone) });
    groups.set(user.id, group);
  }
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const choiceOf = (...parts: [userId: string, start: string, end: string]): string => parts.join('|');

/** What a choice means, for the operation's schema; what is no choice gives nobody and no times. */
export function readChoice(value: string): { userId: string; start: string; end: string } {
  const [userId = '', start = '', end = ''] = value.split('|');
  return { userId, start, end };
}

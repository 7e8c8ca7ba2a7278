import { DAY, type Instant } from '../../../domain/shared/time';

/** One run of somebody, or of nobody, on a schedule. */
export type Stretch = { who: string | null; start: Instant; end: Instant };

type Shift = { user: { name: string }; start: string; end: string };
type Gap = { start: string; end: string };

/** Shifts and gaps as one list in order of time, so that nothing between two shifts is silent. */
export function agendaOf(shifts: readonly Shift[], gaps: readonly Gap[]): Stretch[] {
  const worked = shifts.map(({ user, start, end }) => ({
    who: user.name,
    start: Date.parse(start),
    end: Date.parse(end),
  }));
  const empty = gaps.map(({ start, end }) => ({ who: null, start: Date.parse(start), end: Date.parse(end) }));
  return [...worked, ...empty].sort((a, b) => a.start - b.start || (a.who ?? '').localeCompare(b.who ?? ''));
}

/** How far the agenda of a schedule looks ahead. */
export const AGENDA_DAYS = 28;
export const agendaEnd = (from: Instant): Instant => from + AGENDA_DAYS * DAY;

import { askPath } from '~/components/cover/words';
import type { DraftTimeline } from '~/lib/schedules';
import { dayName, listOf } from '~/lib/time';
import { toIso } from '../../../domain/shared/time';
import { hoursText, lengthText, spanText } from './span-words';
import type { Clocks, Linking } from './timeline-model';
import { huesOf } from './timeline-model';
import { type Day, dateAt, type ViewRange } from './view-range';
import { newOverridePath } from './words';

/** Whose shifts can be given away: the viewer's own, as long as they last. */
export type Own = { viewerId: string; now: number };

/** Who answers in one part of a day. */
export type CoverageLine = {
  key: string;
  /** `09:00–17:00`, or `all day`. */
  hours: string;
  /** The same on the other clock, where that is another. */
  other: string | null;
  who: string;
  /** Nobody is on call: how long in all, also beyond this day. */
  gap: string | null;
  isOverride: boolean;
  hue: number | null;
  to: string | null;
  /** Where the viewer gives this shift of theirs away; null for what is not theirs, or over. */
  askTo: string | null;
  isMine: boolean;
  name: string;
};

export type CoverageDay = { date: string; title: string; note: string | null; isToday: boolean; lines: CoverageLine[] };

/** Days that are folded together: a week of a month, with the number of its gaps. */
export type CoverageWeek = { key: string; title: string; gaps: number; isOpen: boolean; days: CoverageDay[] };

/** More days than these are folded by weeks. */
const MOST_UNFOLDED = 14;

/**
 * The days of a month by weeks that begin on `firstDay` (1 Monday to 7 Sunday); null for fewer days, which stand as
 * they are. The week with today is open, else the first one.
 */
export function coverageWeeks(days: readonly CoverageDay[], firstDay: number): CoverageWeek[] | null {
  if (days.length <= MOST_UNFOLDED) return null;
  const weeks: CoverageDay[][] = [];
  for (const day of days) {
    const isFirst = (new Date(`${day.date}T00:00:00Z`).getUTCDay() || 7) === firstDay;
    const last = weeks.at(-1);
    if (!last || isFirst) weeks.push([day]);
    else last.push(day);
  }
  const hasToday = days.some(({ isToday }) => isToday);
  return weeks.map((week, place) => {
    const [first, last] = [week[0], week.at(-1)];
    return {
      key: first?.date ?? '',
      title: first === last ? (first?.title ?? '') : `${first?.title} – ${last?.title}`,
      gaps: week.reduce((sum, { lines }) => sum + lines.filter(({ gap }) => gap !== null).length, 0),
      isOpen: hasToday ? week.some(({ isToday }) => isToday) : place === 0,
      days: week,
    };
  });
}

/** What is special about a day of 23 or 25 hours, in words; null for an ordinary one. */
export function changeText({ change, hours }: Day, { zone }: Pick<Clocks, 'zone'>): string | null {
  if (!change) return null;
  const amount = Math.abs(change.minutes) === 60 ? '1 hour' : `${Math.abs(change.minutes)} minutes`;
  const way = change.minutes > 0 ? 'forward' : 'back';
  const [from, to] = [change.at, change.at - 1].map((at) => hoursText({ start: at, end: at + 1 }, zone).slice(0, 5));
  return `${hours} h: clocks go ${way} ${amount} at ${roundUp(to ?? '')}, to ${from}`;
}

/** The minute after one that ends with 59: the moment the change was due by the old clock. */
function roundUp(text: string): string {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  const total = (hour * 60 + minute + 1) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** The final schedule as a list, day by day: what the picture shows, for everybody who does not see it. */
export function coverageOf(
  timeline: DraftTimeline,
  range: ViewRange,
  clocks: Clocks,
  { scheduleId, time }: Linking,
  { viewerId, now }: Own,
): CoverageDay[] {
  const { zone, other } = clocks;
  const hues = huesOf(timeline.people);
  const today = dateAt(now, zone.timeZone);
  return range.days.map((day) => ({
    date: day.date,
    title: dayName(day.start, zone),
    note: changeText(day, clocks),
    isToday: day.date === today,
    lines: timeline.final
      .filter(({ start, end }) => start < day.end && end > day.start)
      .map((answer): CoverageLine => {
        const span = { start: Math.max(answer.start, day.start), end: Math.min(answer.end, day.end) };
        const isAllDay = span.start === day.start && span.end === day.end;
        const [only, more] = answer.users;
        const who =
          answer.users.length > 0
            ? listOf(
                answer.users.map(({ name }) => name),
                zone.locale,
              )
            : 'Nobody is on call';
        const isMine = answer.users.some(({ id }) => id === viewerId);
        const replaces = only && !more ? only.id : undefined;
        return {
          key: String(span.start),
          hours: isAllDay ? 'all day' : hoursText(span, zone),
          other: other ? `${spanText(span, other.zone)} ${other.whose}` : null,
          who,
          gap: answer.users.length === 0 ? lengthText(answer, zone.locale) : null,
          isOverride: answer.source === 'override' && answer.users.length > 0,
          hue: only && !more ? (hues.get(only.id) ?? null) : null,
          // The whole stretch, not the part of it that falls on this day.
          to:
            scheduleId === null
              ? null
              : newOverridePath(scheduleId, { start: answer.start, end: answer.end, replaces, time }),
          askTo:
            scheduleId !== null && isMine && answer.end > now
              ? askPath(scheduleId, { start: toIso(Math.max(answer.start, now)), end: toIso(answer.end) })
              : null,
          isMine,
          name: `${who}, ${spanText(answer, zone)}`,
        };
      }),
  }));
}

import { spanText } from '~/components/schedule/span-words';
import { listOf, type Zone } from '~/lib/time';
import type { MaintenanceTiming, WindowState } from '../../../domain/maintenance/window';
import { WEEKDAY_WORDS } from '../schedule/draft-words';

export const WINDOWS_PATH = '/maintenance-windows';
export const windowPath = ({ id }: { id: string }): string => `${WINDOWS_PATH}/${encodeURIComponent(id)}`;

export const STATE_WORDS: Record<WindowState, string> = { active: 'In force', planned: 'Planned', over: 'Over' };

export const WHO_MAY = 'Maintenance windows are set up by administrators. Ask one.';

/** The days of a window that repeats, as a week has them: "Monday and Friday", "every day". */
export function daysText(days: readonly string[], locale: string): string {
  const named = WEEKDAY_WORDS.filter(([day]) => days.includes(day)).map(([, word]) => word);
  return named.length === WEEKDAY_WORDS.length ? 'every day' : listOf(named, locale);
}

/** From when to when, on the window's own clock; of one that repeats, the first time. */
export const timesText = ({ startAt, endAt, timezone }: MaintenanceTiming, locale: string): string =>
  spanText({ start: startAt, end: endAt }, { locale, timeZone: timezone } satisfies Zone);

/** What people read where the schema's words are meant for programs. */
export const WINDOW_SAYS: Record<string, string> = {
  name: 'Give the window a name of at most 200 characters.',
  startAt: 'Give the day and time at which it begins.',
  serviceIds: 'Choose at least one service, or name a label.',
  labels: 'Write each label as name=value on a line of its own, at most 10.',
};

import type { ChartDay } from './day-chart';

/** More bars than that are too thin to tell apart. */
const MOST_BARS = 120;

/** A bar a day, or a bar for every seven days where there are too many, beginning with the first. */
export function weekly(days: readonly ChartDay[]): { bars: ChartDay[]; isWeekly: boolean } {
  if (days.length <= MOST_BARS) return { bars: [...days], isWeekly: false };
  const bars: ChartDay[] = [];
  for (let i = 0; i < days.length; i += 7) {
    const week = days.slice(i, i + 7);
    const first = week[0] as ChartDay;
    const sum = (of: (day: ChartDay) => number): number => week.reduce((all, day) => all + of(day), 0);
    bars.push({
      day: first.day,
      all: sum(({ all }) => all),
      ...(first.part === undefined ? {} : { part: sum(({ part = 0 }) => part) }),
    });
  }
  return { bars, isWeekly: true };
}

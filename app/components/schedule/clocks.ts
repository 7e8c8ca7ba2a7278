import type { Zone } from '~/lib/time';
import { differIn, offsetText, placeOf } from './span-words';
import type { Clocks } from './timeline-model';
import { type View, type ViewRange, viewRange } from './view-range';

type Asked = { view: View; date: string; mine: boolean; now: number; firstDay: number };

/**
 * What a view shows and on whose clock: the schedule's, or the viewer's own where that is asked for and is another. The
 * other one is told beside it.
 */
export function clocksFor(
  { view, date, mine, now, firstDay }: Asked,
  timezone: string,
  viewer: Zone,
): { range: ViewRange; clocks: Clocks; words: { schedule: string; mine: string } | null; isMine: boolean } {
  const schedule: Zone = { locale: viewer.locale, timeZone: timezone };
  const probe = viewRange(view, date, now, timezone, firstDay);
  const isOther = differIn(probe, timezone, viewer.timeZone);
  const isMine = isOther && mine;
  const range = isMine ? viewRange(view, date, now, viewer.timeZone, firstDay) : probe;
  const word = (zone: string): string => `${placeOf(zone)} ${offsetText(range.start, zone)}`;
  const [zone, other, whose] = isMine ? [viewer, schedule, 'schedule time'] : [schedule, viewer, 'your time'];
  return {
    range,
    clocks: { zone, other: isOther ? { zone: other, whose } : null },
    words: isOther ? { schedule: word(timezone), mine: word(viewer.timeZone) } : null,
    isMine,
  };
}

import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import type { ScheduleTimeline } from '~/lib/schedules';
import { usableZone } from '~/lib/time';
import type { Viewer } from '../../../domain/access/viewer';
import { clocksFor } from './clocks';
import { coverageOf, coverageWeeks } from './coverage-model';
import { SNAP } from './drag-span';
import type { GapLine } from './gap-notice';
import { rangeTitle, ticksOf } from './head-model';
import { layerFact } from './layer-words';
import { lengthText, offsetText, placeOf, spanText } from './span-words';
import { type Clocks, gridOf } from './timeline-model';
import { firstDayOf, readAddress } from './view-address';
import { percentOf } from './view-range';
import { newOverridePath } from './words';

/** More gaps than this are only counted above the picture. */
const MOST_GAPS = 4;

/** Everything the page of a schedule shows, in words: the browser only draws it. */
export async function loadSchedulePage(
  context: AppLoadContext,
  request: Request,
  id: string,
  viewer: Pick<Viewer, 'id' | 'locale' | 'timezone' | 'permissions'>,
) {
  const where = { context, request };
  const { now } = context;
  const address = readAddress(new URL(request.url).searchParams);
  const mine = usableZone(viewer.locale, viewer.timezone);
  const { schedule } = operationsOf(context);
  const { timezone, layers } = unwrap(await schedule.get({ id }), where);
  const firstDay = firstDayOf(mine.locale);
  const asked = { ...address, now, firstDay };
  const { range, clocks, words, isMine } = clocksFor(asked, timezone, mine);
  const [timeline, handoff, health] = await Promise.all([
    schedule.timeline({ id, from: range.start, to: range.end }),
    schedule.handoff({ id }),
    schedule.health({ id }),
  ]);
  const shown = unwrap(timeline, where);
  const mayOverride = viewer.permissions.includes('config.write') || viewer.permissions.includes('incident.respond');
  const time = isMine ? 'mine' : undefined;
  const linking = { scheduleId: mayOverride ? id : null, time };
  const { zone } = clocks;
  const coverage = coverageOf(shown, range, clocks, linking, { viewerId: viewer.id, now });
  const nameOf = (person: string): string => shown.people.find((one) => one.id === person)?.name ?? person;
  const onItsClock = { locale: zone.locale, timeZone: timezone };
  return {
    id,
    name: shown.name,
    timezone,
    address: { ...address, mine: isMine },
    range: { start: range.start, end: range.end, date: range.date, previous: range.previous, next: range.next },
    title: rangeTitle(range, zone),
    words,
    clock: `${isMine ? 'My time' : 'Schedule time'}, ${placeOf(zone.timeZone)} ${offsetText(range.start, zone.timeZone)}`,
    rows: gridOf(shown, range, clocks, linking),
    ticks: ticksOf(range, clocks, now),
    now: now >= range.start && now < range.end ? percentOf(now, range) : null,
    coverage,
    weeks: coverageWeeks(coverage, firstDay),
    gaps: gapLines(shown, clocks, now, linking),
    layers: layers.map((layer, index) => layerFact(layer, index, nameOf, onItsClock)),
    services: shown.services,
    handoff: unwrap(handoff, where),
    health: unwrap(health, where).data,
    drag: mayOverride
      ? { scheduleId: id, range: { start: range.start, end: range.end }, step: SNAP[range.view], zone, time }
      : undefined,
    mayOverride,
    mayWrite: viewer.permissions.includes('config.write'),
  };
}

function gapLines(
  { gaps }: ScheduleTimeline,
  clocks: Clocks,
  now: number,
  { scheduleId, time }: { scheduleId: string | null; time: string | undefined },
): { lines: GapLine[]; more: number } {
  const { zone, other } = clocks;
  const lines = gaps.slice(0, MOST_GAPS).map((gap) => ({
    key: String(gap.start),
    text: spanText(gap, zone),
    other: other ? `${spanText(gap, other.zone)} ${other.whose}` : null,
    length: lengthText(gap, zone.locale),
    to: scheduleId === null || gap.end <= now ? null : newOverridePath(scheduleId, { ...gap, time }),
  }));
  return { lines, more: gaps.length - lines.length };
}

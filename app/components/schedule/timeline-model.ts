import type { DraftTimeline } from '~/lib/schedules';
import { listOf, type Zone } from '~/lib/time';
import { initialsOf } from '~/ui/avatar';
import type { Span } from '../../../domain/schedule/span';
import type { Instant } from '../../../domain/shared/time';
import { datesText, hoursText, lengthText, spanText } from './span-words';
import { percentOf, type ViewRange } from './view-range';
import { newOverridePath, overridePath } from './words';

/** How much fits: name and hours, first name and hours, initials and short hours, initials alone, or no word. */
export type Room = 'wide' | 'name' | 'short' | 'initials' | 'none';

/** One bar of the picture; `x` and `width` are hundredths of the range, `lane` counts from the top of its row. */
export type Block = {
  key: string;
  kind: 'shift' | 'override' | 'gap';
  x: number;
  width: number;
  lane: number;
  /** 0 to 7 for one person, null for several or nobody. */
  hue: number | null;
  /** What is written on it. */
  text: string;
  hours: string;
  room: Room;
  /** All of it in words: "Ana 12:00–20:00, Sat 28 Nov, Primary". */
  name: string;
  /** The same, begun with what is written on the bar where the words do not hold it: who says it aloud is understood. */
  label: string;
  to: string | null;
};

export type GridRow = { key: string; title: string; detail: string | null; lanes: number; blocks: Block[] };

/** On whose clock, and where else it is told if that is another. */
export type Clocks = { zone: Zone; other: { zone: Zone; whose: string } | null };

/** `scheduleId` null: nothing leads anywhere, as in the preview of what is not stored. `time` goes with each link. */
export type Linking = { scheduleId: string | null; time?: string | undefined };

/** How wide the picture is where it is shown at all; what is written on a bar is measured by it. */
const USUAL_WIDTH = 960;
export const HUES = 8;

/** Everybody of a schedule has a colour by their place in it, so that it stays the same from page to page. */
export function huesOf(people: readonly { id: string }[]): Map<string, number> {
  return new Map(people.map(({ id }, index) => [id, index % HUES]));
}

/** The same stretch on the other clock, where that is another: `, 12:00–20:00 your time`. */
export const otherText = (span: Span, { other }: Clocks): string =>
  other ? `, ${spanText(span, other.zone)} ${other.whose}` : '';

/** The rows of the picture: the final schedule on top, then overrides, then the layers, the highest first. */
export function gridOf(timeline: DraftTimeline, range: ViewRange, clocks: Clocks, linking: Linking): GridRow[] {
  const hues = huesOf(timeline.people);
  const { zone } = clocks;
  const block = (
    key: string,
    kind: Block['kind'],
    span: Span,
    users: readonly { id: string; name: string }[],
    what: string,
    to: string | null,
  ): Block => {
    const shown = { start: Math.max(span.start, range.start), end: Math.min(span.end, range.end) };
    const x = percentOf(shown.start, range);
    const width = Math.round((percentOf(shown.end, range) - x) * 1e3) / 1e3;
    const who = users.length > 0 ? listOf(names(users), zone.locale) : 'Nobody';
    const only = users.length === 1 ? users[0] : undefined;
    const room = roomFor((width / 100) * USUAL_WIDTH);
    const text = textFor(room, users, kind);
    const hours = kind === 'gap' ? lengthText(span, zone.locale) : fitting(hoursText(span, zone), room);
    const name = `${who} ${hoursText(span, zone)}, ${datesText(span, zone)}${otherText(span, clocks)}, ${what}`;
    return {
      key,
      kind,
      x,
      width,
      lane: 0,
      hue: only ? (hues.get(only.id) ?? null) : null,
      text,
      hours,
      room,
      name,
      label: labelOf(room === 'none' ? '' : room === 'initials' ? text : `${text} ${hours}`, name),
      to,
    };
  };
  const cover = (span: Span, users: readonly { id: string }[]): string | null => {
    if (linking.scheduleId === null) return null;
    const [only, more] = users;
    return newOverridePath(linking.scheduleId, {
      ...span,
      replaces: only && !more ? only.id : undefined,
      time: linking.time,
    });
  };

  const final = timeline.final.map((answer) => {
    const isGap = answer.users.length === 0;
    const kind = isGap ? 'gap' : answer.source === 'override' ? 'override' : 'shift';
    const what = kind === 'gap' ? `gap of ${lengthText(answer, zone.locale)}` : WHAT[kind];
    return block(`f${answer.start}`, kind, answer, answer.users, what, cover(answer, answer.users));
  });
  const overrides = inLanes(
    timeline.overrides.map(({ id, user, replaces, ...span }) => {
      const instead = replaces ? `override instead of ${replaces.name}` : 'override instead of everybody';
      const to = linking.scheduleId === null ? null : overridePath(linking.scheduleId, id);
      return block(id, user ? 'override' : 'gap', span, user ? [user] : [], instead, to);
    }),
    timeline.overrides,
  );
  return [
    { key: 'final', title: 'Final schedule', detail: null, lanes: 1, blocks: final },
    { key: 'overrides', title: 'Overrides', ...overrides, detail: overrides.blocks.length === 0 ? 'none' : null },
    ...timeline.layers.map(({ index, name, priority, stretches }) => ({
      key: `layer-${index}`,
      title: name || `Layer ${index + 1}`,
      detail: `priority ${priority}`,
      lanes: 1,
      blocks: stretches.map((stretch) =>
        block(`${index}-${stretch.start}`, 'shift', stretch, stretch.users, name, cover(stretch, stretch.users)),
      ),
    })),
  ];
}

const WHAT = { shift: 'final schedule', override: 'final schedule, by an override' };
const names = (users: readonly { name: string }[]): string[] => users.map(({ name }) => name);

const roomFor = (pixels: number): Room =>
  pixels >= 104 ? 'wide' : pixels >= 88 ? 'name' : pixels >= 38 ? 'short' : pixels >= 18 ? 'initials' : 'none';

const wordsIn = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** A name that holds all that can be seen, as one piece (WCAG 2.5.3). */
const labelOf = (seen: string, name: string): string =>
  wordsIn(name).includes(wordsIn(seen)) ? name : `${seen.trim()}, ${name}`;

/** `06:00–14:00` as `06–14` where only that fits. */
const fitting = (hours: string, room: Room): string => (room === 'short' ? hours.replaceAll(':00', '') : hours);

function textFor(room: Room, users: readonly { name: string }[], kind: Block['kind']): string {
  if (users.length === 0) return kind === 'gap' && (room === 'wide' || room === 'name') ? 'Nobody' : '';
  switch (room) {
    case 'wide':
      return users.map(({ name }) => name).join(', ');
    case 'name':
      return users.map(({ name }) => name.trim().split(/\s+/)[0] ?? '').join(', ');
    case 'short':
    case 'initials':
      return users.map(({ name }) => initialsOf(name)).join(' ');
    case 'none':
      return '';
  }
}

/** Overrides may overlap: each goes to the first lane that is free. */
function inLanes(blocks: Block[], spans: readonly Span[]): { lanes: number; blocks: Block[] } {
  const ends: Instant[] = [];
  const placed = blocks.map((block, i) => {
    const { start = 0, end = 0 } = spans[i] ?? {};
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return { ...block, lane };
  });
  return { lanes: Math.max(1, ends.length), blocks: placed };
}

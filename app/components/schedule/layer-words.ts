import type { Schedule } from '~/lib/schedules';
import { listOf, type Zone } from '~/lib/time';
import { parseInstant } from '../../../domain/shared/time';
import type { LayerFact } from './layer-facts';
import { dateText, hourText } from './span-words';

type Layer = Schedule['layers'][number];
type Restriction = Layer['restrictions'][number];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const shortDay = (day: string): string => capital(day).slice(0, 3);

/** `every week`, `every 3 days`. */
export const everyText = ({ unit, length }: Layer['rotation']): string =>
  length === 1 ? `every ${unit}` : `every ${length} ${unit}s`;

/** `daily 09:00–17:00`, `Mon 09:00 – Fri 17:00`. */
export function restrictionText(restriction: Restriction): string {
  const { startTime, endTime, durationMinutes } = restriction;
  const length = durationMinutes === undefined ? null : `for ${durationMinutes / 60} h from ${startTime}`;
  if (restriction.kind === 'daily') return `daily ${length ?? `${startTime}–${endTime}`}`;
  if (length) return `${shortDay(restriction.startDay)} ${length}`;
  const sameDay = restriction.startDay === restriction.endDay;
  const until = sameDay ? `–${endTime}` : ` – ${shortDay(restriction.endDay ?? '')} ${endTime}`;
  return `${shortDay(restriction.startDay)} ${startTime}${until}`;
}

/** What a layer says, in sentences, on the schedule's clock. */
export function layerFact(layer: Layer, index: number, nameOf: (id: string) => string, zone: Zone): LayerFact {
  const { rotation, restrictions, users, start, end, countOnlyActiveTurns } = layer;
  const day = new Date(`${rotation.anchor}:00Z`).getUTCDay();
  const weekday = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][day];
  const when = rotation.unit === 'week' ? ` on ${weekday}` : '';
  const slots = users.map((slot) => {
    if (slot === null) return 'nobody';
    return Array.isArray(slot) ? listOf(slot.map(nameOf), zone.locale) : nameOf(slot);
  });
  const [from, to] = [parseInstant(start), end === null ? null : parseInstant(end)];
  const moment = (at: number): string => `${dateText(at, zone)} ${new Date(at).getUTCFullYear()} ${hourText(at, zone)}`;
  return {
    key: `${index}`,
    name: layer.name || `Layer ${index + 1}`,
    people: slots.length > 0 ? slots.join(' → ') : 'Nobody yet',
    sentences: [
      `Handed over ${everyText(rotation)}${when} at ${rotation.handoff}.`,
      ...(restrictions.length > 0 ? [`Only ${restrictions.map(restrictionText).join(', ')}.`] : []),
      ...(countOnlyActiveTurns ? ['Turns outside of these hours are not used up.'] : []),
      ...(from !== null && to !== null ? [`From ${moment(from)} to ${moment(to)}.`] : []),
    ],
  };
}

import { type Instant, toIso } from '../../../domain/shared/time';
import { parseWallClock, zoneClock } from '../../../domain/shared/zone';

/** An instant as a date-and-time field has it, on the clock of a zone: `2026-11-30T09:00`. */
export const toField = (at: Instant, timezone: string): string =>
  new Date(zoneClock(timezone).toWall(at)).toISOString().slice(0, 16);

/** What such a field holds, as ISO 8601; what is no date and time stays as it was typed, for the door to refuse. */
export function fromField(text: string, timezone: string): string {
  const wall = parseWallClock(text.slice(0, 16));
  return wall === null ? text : toIso(zoneClock(timezone).fromWall(wall));
}

import type { Zone } from '~/lib/time';
import type { Instant } from '../../../domain/shared/time';
import { parseWallClock, zoneClock } from '../../../domain/shared/zone';

/** An instant as a `datetime-local` field shows it, on the clock of a zone. */
export const fieldTextOf = (at: Instant, { timeZone }: Pick<Zone, 'timeZone'>): string =>
  new Date(zoneClock(timeZone).toWall(at)).toISOString().slice(0, 16);

/** What was typed into it, on the clock of a zone; null for what is no moment. Browsers may add seconds. */
export function instantOf(text: string, { timeZone }: Pick<Zone, 'timeZone'>): Instant | null {
  const wall = parseWallClock(text.slice(0, 16));
  return wall === null ? null : zoneClock(timeZone).fromWall(wall);
}

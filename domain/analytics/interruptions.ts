import type { Channel } from '../notification/channels';
import { type Instant, MINUTE } from '../shared/time';
import { type Hours, hoursAt } from './hours';

/** A message to a person that a provider took, and when. */
export type Page = { userId: string; channel: Channel; at: Instant };

/** One time that somebody was pulled out of what they did. */
export type Interruption = { userId: string; at: Instant; hours: Hours };

/** Channels and repetitions that reach a person within a minute are one interruption. */
const TOGETHER = MINUTE;

/**
 * How often the pages of one incident interrupted people. E-mail interrupts nobody; a page within 60 seconds of the one
 * that an interruption began with belongs to it. `zoneOf` is each person's own time zone.
 */
export function interruptionsOf(pages: readonly Page[], zoneOf: (userId: string) => string): Interruption[] {
  const found: Interruption[] = [];
  const latest = new Map<string, Instant>();
  for (const { userId, channel, at } of pages.toSorted((a, b) => a.at - b.at)) {
    const began = latest.get(userId);
    if (channel === 'email' || (began !== undefined && at - began <= TOGETHER)) continue;
    latest.set(userId, at);
    found.push({ userId, at, hours: hoursAt(at, zoneOf(userId)) });
  }
  return found;
}

import { type Instant, SECOND } from '../shared/time';

/** By channel: when its last slot was given away, and which incidents hold one. */
export type ChannelSlots = Map<string, { last: Instant; held: Map<string, Instant> }>;

const EVERY_MS = 1 * SECOND;

/**
 * Slack takes about one message a second in a channel (PROVIDERS). Seconds to wait before this incident's message; 0:
 * now. Whoever has to wait holds a slot and finds it free when they come back.
 */
export function waitForSlot(slots: ChannelSlots, channel: string, incidentId: string, now: Instant): number {
  const known = slots.get(channel) ?? { last: Number.NEGATIVE_INFINITY, held: new Map<string, Instant>() };
  slots.set(channel, known);
  const held = known.held.get(incidentId);
  if (held !== undefined && held <= now) {
    known.held.delete(incidentId);
    return 0;
  }
  const slot = held ?? Math.max(now, known.last + EVERY_MS);
  known.last = Math.max(known.last, slot);
  if (slot <= now) return 0;
  known.held.set(incidentId, slot);
  return Math.ceil((slot - now) / SECOND);
}

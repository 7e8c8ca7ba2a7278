import { expect, it } from 'vitest';
import { type ChannelSlots, waitForSlot } from './pace';

it('gives each incident a second of its own in a channel, and keeps it until they come back', () => {
  const slots: ChannelSlots = new Map();
  expect(waitForSlot(slots, 'C1', 'a', 0)).toBe(0);
  expect(waitForSlot(slots, 'C1', 'b', 10)).toBe(1);
  expect(waitForSlot(slots, 'C1', 'c', 20)).toBe(2);
  // Asking again in between gives no second slot.
  expect(waitForSlot(slots, 'C1', 'b', 30)).toBe(1);
  expect(waitForSlot(slots, 'C1', 'b', 1000)).toBe(0);
  expect(waitForSlot(slots, 'C1', 'c', 2000)).toBe(0);
  expect(waitForSlot(slots, 'C1', 'd', 5000)).toBe(0);
});

it('lets channels go at their own pace', () => {
  const slots: ChannelSlots = new Map();
  expect(waitForSlot(slots, 'C1', 'a', 0)).toBe(0);
  expect(waitForSlot(slots, 'C2', 'b', 0)).toBe(0);
});

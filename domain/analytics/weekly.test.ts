import { expect, it } from 'vitest';
import { dayText } from './day';
import { lastWeek, nextDigest } from './weekly';

it('comes on Monday at eight on one’s own clock, also in the week of a clock change', () => {
  // Saturday 24 October 2026; Lisbon goes back on Sunday.
  expect(nextDigest(Date.UTC(2026, 9, 24, 12), 'Europe/Lisbon')).toBe(Date.UTC(2026, 9, 26, 8));
  expect(nextDigest(Date.UTC(2026, 9, 17, 12), 'Europe/Lisbon')).toBe(Date.UTC(2026, 9, 19, 7));
  // Sunday evening in UTC is Monday morning in Singapore.
  expect(nextDigest(Date.UTC(2026, 9, 25, 22), 'Asia/Singapore')).toBe(Date.UTC(2026, 9, 26, 0));
  expect(nextDigest(Date.UTC(2026, 9, 26, 0), 'Asia/Singapore')).toBe(Date.UTC(2026, 10, 2, 0));
});

it('tells of the whole week before, Monday to Sunday', () => {
  for (const day of [23, 26, 29]) {
    const { from, to } = lastWeek(Date.UTC(2026, 10, day, 9));
    expect([dayText(from), dayText(to - 1)]).toEqual(['2026-11-16', '2026-11-22']);
  }
});

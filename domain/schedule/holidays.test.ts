import { expect, it } from 'vitest';
import { HOUR } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { holidaySpans, holidaysAsText, holidaysFromText, holidaysInput } from './holidays';

it('lasts from midnight to midnight on the person’s clock, also when clocks change', () => {
  const [span] = holidaySpans(['2026-10-25'], zoneClock('Europe/Berlin'));
  expect(span?.start).toBe(Date.parse('2026-10-24T22:00:00Z'));
  expect(span && (span.end - span.start) / HOUR).toBe(25);
});

it('is typed one a line, and comes back the same', () => {
  const text = '2026-12-25 Christmas Day\n2027-01-01 Holiday';
  expect(holidaysAsText(holidaysFromText(`${text.replace(' Holiday', '')}\n\n`))).toBe(text);
});

it.each([
  [[{ date: '2026-02-30', name: 'No day' }]],
  [[{ date: '25.12.2026', name: 'Christmas' }]],
  [
    [
      { date: '2026-12-25', name: 'A' },
      { date: '2026-12-25', name: 'B' },
    ],
  ],
])('refuses what is no date, and the same date twice', (holidays) => {
  expect(holidaysInput.safeParse({ holidays }).success).toBe(false);
});

import { expect, it } from 'vitest';
import { differIn, hoursText, offsetText, placeOf, spanText } from './span-words';

const NEW_YORK = { locale: 'en', timeZone: 'America/New_York' };
const span = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });

it('names the day once where a shift stays within it', () => {
  expect(spanText(span('2026-11-28T17:00Z', '2026-11-29T01:00Z'), NEW_YORK)).toBe('Sat Nov 28 12:00–20:00');
  expect(hoursText(span('2026-11-29T01:00Z', '2026-11-29T05:00Z'), NEW_YORK)).toBe('20:00–24:00');
});

it('names both days where it ends on another', () => {
  expect(spanText(span('2026-11-29T01:00Z', '2026-11-29T13:00Z'), NEW_YORK)).toBe(
    'Sat Nov 28 20:00 – Sun Nov 29 08:00',
  );
});

it('tells wall clocks over both changes of the clock', () => {
  // 00:00 to 09:00 is 8 hours in spring and 10 in autumn.
  expect(spanText(span('2026-03-08T05:00Z', '2026-03-08T13:00Z'), NEW_YORK)).toBe('Sun Mar 8 00:00–09:00');
  expect(spanText(span('2026-11-01T04:00Z', '2026-11-01T14:00Z'), NEW_YORK)).toBe('Sun Nov 1 00:00–09:00');
});

it('says how far a zone is ahead', () => {
  const at = Date.parse('2026-11-28T12:00Z');
  expect(offsetText(at, 'America/New_York')).toBe('UTC−5');
  expect(offsetText(at, 'Asia/Kolkata')).toBe('UTC+5:30');
  expect(offsetText(at, 'Europe/London')).toBe('UTC');
  expect(placeOf('America/New_York')).toBe('New York');
});

it('takes two zones for one while their clocks agree', () => {
  const winter = span('2026-11-23T00:00Z', '2026-11-30T00:00Z');
  expect(differIn(winter, 'Europe/Lisbon', 'Europe/London')).toBe(false);
  expect(differIn(winter, 'Europe/Lisbon', 'America/New_York')).toBe(true);
  // London moves on 29 March, New York three weeks before: one of the ends of the span tells.
  expect(differIn(span('2026-03-28T00:00Z', '2026-03-30T00:00Z'), 'Europe/London', 'UTC')).toBe(true);
});

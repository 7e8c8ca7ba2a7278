import { expect, it } from 'vitest';
import { exchangeGroups, readChoice } from './exchange-choices';

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();
const shift = (id: string, start: string, end: string) => ({ user: { id, name: id }, start, end });
const asked = {
  viewerId: 'ana',
  now: Date.parse(at(28, 0)),
  given: { start: Date.parse(at(29, 9)), end: Date.parse(at(30, 9)) },
  zone: { locale: 'en-GB', timeZone: 'UTC' },
};

it('offers the coming shifts of the others by person, but none that overlaps the one that is given away', () => {
  const shifts = [
    shift('cy', at(27, 9), at(28, 9)),
    shift('cy', at(28, 9), at(29, 9)),
    shift('ana', at(29, 9), at(30, 9)),
    shift('cy', at(30, 8), at(30, 12)),
    shift('bo', at(30, 9), at(30, 17)),
  ];
  const groups = exchangeGroups(shifts, asked);
  expect(groups.map(({ name, shifts }) => [name, shifts.map(({ word }) => word)])).toEqual([
    ['bo', ['Mon 30 Nov 09:00–17:00']],
    ['cy', ['Sat 28 Nov 09:00 – Sun 29 Nov 09:00']],
  ]);
  expect(readChoice(groups[0]?.shifts[0]?.value ?? '')).toEqual({ userId: 'bo', start: at(30, 9), end: at(30, 17) });
});

it('takes nonsense for no choice', () => {
  expect(readChoice('')).toEqual({ userId: '', start: '', end: '' });
});

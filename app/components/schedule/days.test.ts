import { expect, it } from 'vitest';
import { agendaOf } from './days';

it('puts shifts and gaps in order of time', () => {
  const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;
  const shifts = [
    { user: { name: 'Bo' }, start: at(16), end: at(23) },
    { user: { name: 'Ana' }, start: at(2), end: at(9) },
  ];
  const agenda = agendaOf(shifts, [{ start: at(9), end: at(16) }]);
  expect(agenda.map(({ who }) => who)).toEqual(['Ana', null, 'Bo']);
});

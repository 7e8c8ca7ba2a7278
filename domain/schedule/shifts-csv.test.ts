import { expect, it } from 'vitest';
import { csvField, shiftsCsv } from './shifts-csv';

const ana = { id: 'ana', name: 'Ana', email: 'ana@example.test', timezone: 'America/New_York' };

it('writes each shift on its person’s clock and in UTC, with what is night, weekend and holiday there', () => {
  const shift = { user: 'ana', start: Date.parse('2026-12-25T03:00:00Z'), end: Date.parse('2026-12-25T15:00:00Z') };
  expect(shiftsCsv('Payments, EU', [shift], () => ana, ['2026-12-25'])).toBe(
    'schedule,person,email,time_zone,start_local,end_local,start_utc,end_utc,hours,night_hours,weekend_hours,holiday_hours\r\n' +
      '"Payments, EU",Ana,ana@example.test,America/New_York,2026-12-24 22:00,2026-12-25 10:00,' +
      '2026-12-25T03:00:00.000Z,2026-12-25T15:00:00.000Z,12,8,0,10\r\n',
  );
});

it.each([
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-2', "'-2"],
  ['@x', "'@x"],
  ['\t=1', "'\t=1"],
  ['say "hi"', '"say ""hi"""'],
  ['=a,b', '"\'=a,b"'],
  ['plain', 'plain'],
])('makes %j harmless', (text, safe) => expect(csvField(text)).toBe(safe));

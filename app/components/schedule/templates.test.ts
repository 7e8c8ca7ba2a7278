import { describe, expect, it } from 'vitest';
import { createScheduleInput } from '../../../domain/schedule/input';
import { gaps } from '../../../domain/schedule/shifts';
import { DAY } from '../../../domain/shared/time';
import { scheduleInputOf } from './draft';
import { TEMPLATES, templateLayers } from './templates';

/** A Thursday. */
const NOW = Date.parse('2026-11-26T12:00:00Z');
const people = [
  { id: 'usr_ny', timezone: 'America/New_York' },
  { id: 'usr_ldn', timezone: 'Europe/London' },
  { id: 'usr_syd', timezone: 'Australia/Sydney' },
];

const made = (key: (typeof TEMPLATES)[number]['key'], timezone = 'Europe/London') => {
  const layers = templateLayers(key, timezone, people, NOW).map((layer) => ({
    ...layer,
    turns: layer.turns.map((turn) => turn.map((person) => person || 'usr_ldn')),
  }));
  const draft = { name: key, timezone, layers, keepCurrent: true, effectiveFrom: '' };
  return createScheduleInput.parse(scheduleInputOf(draft));
};

describe('every template', () => {
  it.each(TEMPLATES)(
    '$key is a schedule that is in force at once and has no gap in the weeks around both clock changes',
    ({ key }) => {
      for (const timezone of ['Europe/London', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata']) {
        const schedule = { ...made(key, timezone), overrides: [] };
        for (const from of [NOW, Date.parse('2027-03-01T00:00:00Z'), Date.parse('2027-10-15T00:00:00Z')])
          expect(gaps(schedule, from, from + 35 * DAY)).toEqual([]);
      }
    },
  );
});

it('puts everybody into the region whose working day is theirs', () => {
  expect(
    templateLayers('follow-the-sun', 'Europe/London', people, NOW).map(({ name, turns }) => [name, turns]),
  ).toEqual([
    ['Asia and Pacific', [['usr_syd']]],
    ['Europe and Africa', [['usr_ldn']]],
    ['Americas', [['usr_ny']]],
  ]);
});

it('keeps a working day of the region whatever the clock of the schedule', () => {
  const opens = (timezone: string) =>
    templateLayers('follow-the-sun', timezone, people, NOW).map(({ restrictions }) => restrictions[0]?.startTime);
  expect(opens('Europe/London')).toEqual(['22:00', '06:00', '14:00']);
  // 09:00 in New York is 14:00 in London.
  expect(opens('America/New_York')).toEqual(['17:00', '01:00', '09:00']);
});

it('leaves business hours to the higher layer', () => {
  expect(
    made('business-hours').layers.map(({ name, priority, restrictions }) => [name, priority, restrictions.length]),
  ).toEqual([
    ['Business hours', 2, 5],
    ['Nights and weekends', 1, 0],
  ]);
});

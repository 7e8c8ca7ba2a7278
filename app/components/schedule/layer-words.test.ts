import { expect, it } from 'vitest';
import type { Layer } from '../../../domain/schedule/schedule';
import { layerFact, restrictionText } from './layer-words';

const zone = { locale: 'en', timeZone: 'UTC' };
const layer: Layer = {
  name: 'Primary',
  priority: 1,
  start: '2026-01-05T09:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 2, anchor: '2026-01-05T09:00', handoff: '09:00' },
  users: ['ana', null, ['bo', 'cy']],
  restrictions: [],
};

it('says who follows whom, also for nobody and for several', () => {
  expect(layerFact(layer, 0, (id) => id, zone)).toMatchObject({
    people: 'ana → nobody → bo and cy',
    sentences: ['Handed over every 2 weeks on Monday at 09:00.'],
  });
});

it('says when it ends', () => {
  const { sentences } = layerFact({ ...layer, end: '2026-12-01T00:00:00Z' }, 0, (id) => id, zone);
  expect(sentences.at(-1)).toBe('From Mon Jan 5 2026 09:00 to Tue Dec 1 2026 00:00.');
});

it('tells hours of the day from hours of the week', () => {
  expect(restrictionText({ kind: 'daily', startTime: '09:00', endTime: '17:00' })).toBe('daily 09:00–17:00');
  const friday = { kind: 'weekly', startDay: 'friday', startTime: '18:00' } as const;
  expect(restrictionText({ ...friday, endDay: 'monday', endTime: '09:00' })).toBe('Fri 18:00 – Mon 09:00');
  expect(restrictionText({ ...friday, endDay: 'friday', endTime: '22:00' })).toBe('Fri 18:00–22:00');
  expect(restrictionText({ ...friday, durationMinutes: 90 })).toBe('Fri for 1.5 h from 18:00');
});

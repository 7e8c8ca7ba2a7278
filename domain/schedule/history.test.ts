import { describe, expect, it } from 'vitest';
import { historyLines, peopleInEntry } from './history';
import type { Layer } from './schedule';

const names = { nameOf: (id: string) => id.toUpperCase(), timezone: 'Europe/Berlin' };
const layer = (change: Partial<Layer> = {}): Layer => ({
  name: 'Primary',
  priority: 1,
  start: '2026-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: '2026-01-05T09:00', handoff: '09:00' },
  users: ['ana', 'bo'],
  restrictions: [],
  ...change,
});
const schedule = (...layers: Layer[]) => ({ name: 'Payments', timezone: 'Europe/Berlin', layers });
const update = (before: object, after: object) =>
  historyLines({ action: 'schedule.update', before: { ...before }, after: { ...after } }, names).map(
    ({ what }) => what,
  );

describe('the history of a schedule', () => {
  it('says that the handoff moved, and from when to when', () => {
    const at10 = layer({ rotation: { unit: 'week', length: 1, anchor: '2026-01-05T10:00', handoff: '10:00' } });
    expect(update(schedule(layer()), schedule(at10))).toEqual(['moved the handoff of Primary from 09:00 to 10:00']);
  });

  it('names what is new, what is gone and what is called otherwise', () => {
    const night = layer({ name: 'Nights' });
    expect(update(schedule(layer()), schedule(layer(), night))).toEqual(['added the layer Nights']);
    expect(update(schedule(layer(), night), schedule(layer()))).toEqual(['removed the layer Nights']);
    expect(update(schedule(layer()), { ...schedule(layer({ name: 'First' })), name: 'Pay' })).toEqual([
      'renamed Payments to Pay',
      'renamed the layer Primary to First',
    ]);
  });

  it('shows the people before and after by name', () => {
    const after = layer({
      users: ['bo', ['ana', 'cy'], null],
      restrictions: [{ kind: 'daily', startTime: '09:00', endTime: '17:00' }],
    });
    const lines = historyLines({ action: 'schedule.update', before: schedule(layer()), after: schedule(after) }, names);
    expect(lines).toEqual([
      { what: 'changed the people of Primary', before: 'ANA, BO', after: 'BO, ANA with CY, nobody' },
      { what: 'changed the hours of Primary', before: 'all hours', after: 'daily 09:00 to 17:00' },
    ]);
    expect(peopleInEntry({ action: '', before: null, after: schedule(after) })).toEqual(['bo', 'ana', 'cy']);
  });

  it('knows a layer that ends for a new one from the new one', () => {
    const ended = layer({ end: '2026-06-01T00:00:00Z' });
    const fresh = layer({ start: '2026-06-01T00:00:00Z', users: ['cy'] });
    expect(update(schedule(layer()), schedule(fresh, ended))).toEqual([
      'added the layer Primary',
      'changed when Primary ends',
    ]);
  });

  it('tells overrides and covers on the schedule’s clock', () => {
    const override = {
      userId: 'bo',
      replacesUserId: 'ana',
      startAt: Date.UTC(2026, 10, 30, 8),
      endAt: Date.UTC(2026, 10, 30, 20),
    };
    const [made] = historyLines({ action: 'schedule.override', before: null, after: override }, names);
    expect(made?.after).toBe('BO instead of ANA, Mon 30 Nov 2026 09:00 to Mon 30 Nov 2026 21:00');
    const cover = { ...override, userId: 'ana', takenBy: 'bo' };
    const [taken] = historyLines({ action: 'schedule.cover-taken', before: null, after: cover }, names);
    expect(taken?.what).toBe('gave BO a shift of ANA');
  });

  it('says something about every entry, also about one that it does not understand', () => {
    expect(historyLines({ action: 'schedule.update', before: {}, after: {} }, names)).toHaveLength(1);
    expect(historyLines({ action: 'schedule.unheard-of', before: null, after: null }, names)[0]?.what).toBe(
      'schedule.unheard-of',
    );
  });
});

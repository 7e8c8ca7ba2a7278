import { describe, expect, it } from 'vitest';
import { DEFAULT_SERVICE_SETTINGS, type ServiceSettings } from '../plan/plan';
import { MINUTE } from '../shared/time';
import { decidePlace, groupOf, nextPace, type PlaceCircumstances } from './place';

const NOW = Date.UTC(2026, 10, 23, 3);
const decide = (settings: Partial<ServiceSettings>, over: Partial<PlaceCircumstances> = {}) =>
  decidePlace({
    ...{ now: NOW, group: null, storm: null, pace: null, openings: [] },
    settings: { ...DEFAULT_SERVICE_SETTINGS, ...settings },
    ...over,
  });
const gathering = (minutesAgo: number) => ({ incidentId: 'inc_g', openedAt: NOW - minutesAgo * MINUTE });

describe('without settings', () => {
  it('every alert has an incident of its own that pages at once, however many come', () => {
    const pace = { since: NOW, count: 100_000 };
    const openings = Array(20).fill(NOW);
    expect(decide({}, { pace, openings, group: gathering(0), storm: gathering(0) })).toEqual({
      kind: 'own',
      hold: null,
      reason: null,
    });
  });
});

describe('grouping', () => {
  it('joins the open incident of its group within the window, to the millisecond, and says why', () => {
    const settings = { groupingMinutes: 10, groupingLabels: ['cluster'] };
    expect(decide(settings, { group: gathering(10) })).toEqual({
      kind: 'join',
      incidentId: 'inc_g',
      reason: 'grouped: another alert with the same cluster came less than 10 min before',
    });
    expect(decide(settings, { group: gathering(10), now: NOW + 1 })).toMatchObject({ kind: 'own' });
    expect(decide(settings)).toMatchObject({ kind: 'own' });
  });

  it('tells groups apart by the values of the labels and by the service, and groups nothing without a window', () => {
    const by = (labels: Record<string, string>, serviceId = 'svc_1') =>
      groupOf(serviceId, labels, { groupingMinutes: 5, groupingLabels: ['cluster'] });
    expect(by({ cluster: 'a', host: '1' })).toBe(by({ cluster: 'a', host: '2' }));
    expect(by({ cluster: 'a' })).not.toBe(by({ cluster: 'b' }));
    expect(by({ cluster: 'a' })).not.toBe(by({}));
    expect(by({ cluster: 'a' })).not.toBe(by({ cluster: 'a' }, 'svc_2'));
    expect(groupOf('svc_1', { host: '1' }, { groupingMinutes: 5 })).toBe(groupOf('svc_1', {}, { groupingMinutes: 5 }));
    expect(groupOf('svc_1', {}, { groupingMinutes: null })).toBeNull();
  });
});

describe('a storm', () => {
  const settings = { stormLimit: 3 };
  const pace = { since: NOW - 1000, count: 3 };

  it('opens one incident for what is beyond the limit of a minute, and folds the rest into it', () => {
    expect(decide(settings, { pace: { ...pace, count: 2 } })).toMatchObject({ kind: 'own' });
    expect(decide(settings, { pace })).toMatchObject({ kind: 'storm' });
    expect(decide(settings, { pace, storm: gathering(5) })).toMatchObject({ kind: 'join', incidentId: 'inc_g' });
  });

  it('that goes on for more than an hour opens the next, which pages again', () => {
    expect(decide(settings, { pace, storm: gathering(61) })).toMatchObject({ kind: 'storm' });
  });

  it('is over when a minute brings less', () => {
    expect(decide(settings, { pace: { since: NOW - MINUTE, count: 90 }, storm: gathering(5) })).toMatchObject({
      kind: 'own',
    });
  });

  it('counts by the minute', () => {
    expect(nextPace(null, NOW)).toEqual({ since: NOW, count: 1 });
    expect(nextPace({ since: NOW - 59_999, count: 4 }, NOW)).toEqual({ since: NOW - 59_999, count: 5 });
    expect(nextPace({ since: NOW - MINUTE, count: 4 }, NOW)).toEqual({ since: NOW, count: 1 });
  });
});

describe('holding back', () => {
  it('waits as the service says, and says so', () => {
    expect(decide({ holdBackSeconds: 120 })).toMatchObject({ kind: 'own', hold: { seconds: 120, more: null } });
    expect(decide({ holdBackCount: 5, holdBackMinutes: 2 })).toMatchObject({
      hold: { seconds: null, more: { than: 5, minutes: 2 } },
      reason: 'the service pages only if more than 5 events come within 2 min',
    });
    expect(decide({ holdBackCount: 5, holdBackMinutes: null })).toMatchObject({ hold: null });
  });

  it('damps a key that opened so often within the minutes, as long as they last', () => {
    const settings = { flapLimit: 2, flapMinutes: 30 };
    const openings = [NOW - 31 * MINUTE, NOW - 29 * MINUTE, NOW - MINUTE];
    expect(decide(settings, { openings })).toMatchObject({
      hold: { seconds: 1800, more: null },
      reason: 'it flaps: 2 times open in 30 min; it pages if it stays open so long',
    });
    expect(decide(settings, { openings: openings.slice(0, 2) })).toMatchObject({ hold: null });
    expect(decide({}, { openings })).toMatchObject({ hold: null });
  });
});

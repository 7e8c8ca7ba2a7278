import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../shared/time';
import { cellsOf } from './cell';
import { COHORTS, isIn } from './cohort';
import { complianceLines } from './compliance';
import { dayOf, lastDays, parseDay, parseMonth, periodBefore } from './day';
import { availabilityTarget, errorBudget } from './error-budget';
import { factsOf } from './facts';
import { measure, nothing } from './measures';
import { figuresOf, METRICS } from './metrics';
import { addKeys, keyOf, nightCulprits, worstKeys } from './noise';
import { distributionOf } from './samples';
import { partOf } from './span';
import { addUp } from './sum';
import { MONDAY, page, record, someFacts } from './testing/records';

const NOW = MONDAY + 10 * DAY;
const zoneOf = (user: string) => (user === 'usr_mei' ? 'Asia/Singapore' : 'Europe/Lisbon');
const facts = (...records: Parameters<typeof record>[0][]) => records.map((parts) => factsOf(record(parts), zoneOf));
const figures = (...records: Parameters<typeof record>[0][]) => figuresOf(addUp([measure(facts(...records))]), NOW);

describe('durations', () => {
  // 1, 2, 3, 4, 10: by hand the mean is 4, the middle 3; 90 and 95 % of five need all five.
  it('have mean, median and the nearest rank', () => {
    expect(
      distributionOf([
        [10, 3],
        [1, 2, 4],
      ]),
    ).toEqual({ n: 5, mean: 4, median: 3, p90: 10, p95: 10 });
    expect(distributionOf([[1, 2, 3, 4]])).toMatchObject({ median: 2.5, p90: 4 });
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(distributionOf([hundred])).toEqual({ n: 100, mean: 50.5, median: 50.5, p90: 90, p95: 95 });
  });

  it('are not known without a sample', () => {
    expect(distributionOf([])).toEqual({ n: 0, mean: null, median: null, p90: null, p95: null });
  });
});

describe('each metric', () => {
  // Four incidents of one service, an hour apart: acknowledged after 1, 3 and 8 min and never; resolved after 10, 20 and
  // 30 min, and by the tool after 4.
  const four = [
    { acked: 1, resolved: 10, alertCount: 4 },
    { openedAt: MONDAY + HOUR, acked: 3, resolved: 20 },
    { openedAt: MONDAY + 2 * HOUR, acked: 8, resolved: 30 },
    { openedAt: MONDAY + 3 * HOUR, resolved: 4, by: 'tool' as const },
  ];

  it('agrees with what was worked out by hand', () => {
    const found = figures(...four);
    expect(found.incidents).toEqual({ kind: 'count', value: 4 });
    expect(found.mtta).toEqual({ kind: 'durations', n: 3, mean: 240, median: 180, p90: 480, p95: 480 });
    expect(found.mttr).toEqual({ kind: 'durations', n: 4, mean: 960, median: 900, p90: 1800, p95: 1800 });
    expect(found.mtbf).toEqual({ kind: 'duration', value: 3600, n: 3 });
    expect(found['never-acknowledged']).toEqual({ kind: 'share', value: 0.25, part: 1, n: 4 });
    expect(found['quick-resolved']).toMatchObject({ part: 1, n: 4 });
    expect(found['auto-resolved']).toMatchObject({ part: 1, n: 4 });
    expect(found['alerts-per-incident']).toEqual({ kind: 'ratio', value: 1.75, n: 4 });
  });

  it('judges targets by what was due, and counts what is overdue but not what is still to come', () => {
    const due = { ackDueAt: MONDAY + 5 * MINUTE, resolveDueAt: MONDAY + HOUR };
    const found = figures(
      { ...due, acked: 5, resolved: 60 },
      { ...due, acked: 6, resolved: 61 },
      { ...due },
      { ackDueAt: NOW + HOUR, resolveDueAt: NOW + HOUR },
      {},
    );
    expect(found['acknowledged-in-time']).toEqual({ kind: 'share', value: 1 / 3, part: 1, n: 3 });
    expect(found['resolved-in-time']).toEqual({ kind: 'share', value: 1 / 3, part: 1, n: 3 });
  });

  it('does not mix services in the time between incidents', () => {
    const found = figures(
      {},
      { openedAt: MONDAY + 4 * HOUR },
      { serviceId: 'svc_search', openedAt: MONDAY + HOUR },
      { serviceId: 'svc_search', openedAt: MONDAY + 3 * HOUR },
    );
    expect(found.mtbf).toEqual({ kind: 'duration', value: 3 * 3600, n: 2 });
  });

  it('tells interruptions apart by the hours of each person, across a clock change', () => {
    // Monday 26 October 2026, 07:30 UTC: Lisbon went back to winter time the day before and sleeps; a week earlier the
    // same hour was 08:30 and business. Singapore has 15:30 both times.
    const [summer, winter] = [Date.UTC(2026, 9, 19, 7, 30), Date.UTC(2026, 9, 26, 7, 30)];
    const both = (at: number) => ({
      openedAt: at,
      notifications: [page(at, 0), page(at, 0, { userId: 'usr_mei' })],
    });
    const found = figures(both(summer), both(winter));
    expect(found.interruptions).toEqual({ kind: 'count', value: 4 });
    expect(found['after-hours']).toMatchObject({ part: 1, n: 4 });
    expect(found['sleep-hours']).toMatchObject({ part: 1, n: 4 });
  });

  it('says nothing where there is no sample', () => {
    const found = figuresOf(addUp([nothing()]), NOW);
    for (const { id } of METRICS) {
      const figure = found[id];
      if (figure.kind === 'durations') expect(figure).toMatchObject({ n: 0, median: null });
      else if (figure.kind !== 'count') expect(figure).toMatchObject({ n: 0, value: null });
    }
  });

  it('has a definition of its own', () => {
    expect(new Set(METRICS.map(({ definition }) => definition)).size).toBe(METRICS.length);
    for (const { definition } of METRICS) expect(definition).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe('rolled up', () => {
  it.each([1, 2, 3])('figures of any period and filter equal those of the incidents themselves (seed %i)', (seed) => {
    const all = someFacts(seed, 400);
    const cells = cellsOf(all);
    for (const [from, to] of [
      [20_000, 20_060],
      [20_010, 20_011],
      [20_007, 20_044],
    ] as const) {
      for (const service of [undefined, 'svc_1'])
        for (const urgency of [undefined, 'HIGH']) {
          const belongs = (one: { day: number; serviceId: string; urgency: string }) =>
            one.day >= from &&
            one.day < to &&
            (!service || one.serviceId === service) &&
            (!urgency || one.urgency === urgency);
          const raw = figuresOf(addUp([measure(all.filter(belongs))]), 20_030 * DAY);
          const rolled = figuresOf(addUp(cells.filter(belongs).map(({ measures }) => measures)), 20_030 * DAY);
          expect(rolled).toEqual(raw);
        }
    }
  });

  it('counts each incident in its cohorts as often as its figures do', () => {
    const all = someFacts(5, 300);
    const now = 20_030 * DAY;
    const found = figuresOf(addUp([measure(all)]), now);
    for (const { id, cohort } of METRICS) {
      const figure = found[id];
      if (figure.kind !== 'share' || cohort === null || /hours/.test(id)) continue;
      expect([id, all.filter((one) => isIn(cohort, one, now)).length]).toEqual([id, figure.part]);
    }
    expect(COHORTS.every((cohort) => typeof isIn(cohort, all[0] as (typeof all)[0], now) === 'boolean')).toBe(true);
  });
});

describe('compliance', () => {
  it('has a line for each service and priority, in their order', () => {
    const cells = cellsOf(
      facts(
        { priority: null },
        { priority: 'P2', ackDueAt: MONDAY + MINUTE, acked: 2 },
        { priority: 'P1', ackDueAt: MONDAY + MINUTE, acked: 1 },
      ),
    ).map(partOf);
    const lines = complianceLines(cells, NOW);
    expect(lines.map(({ priority }) => priority)).toEqual(['P1', 'P2', null]);
    expect(lines.map(({ acknowledged }) => (acknowledged.kind === 'share' ? acknowledged.value : 0))).toEqual([
      1,
      0,
      null,
    ]);
  });
});

describe('the error budget', () => {
  it('counts overlapping incidents once, and only what lies in the period and has happened', () => {
    const [from, to] = [MONDAY, MONDAY + 30 * DAY];
    const outages = [
      { openedAt: from - HOUR, resolvedAt: from + 10 * MINUTE },
      { openedAt: from + 5 * MINUTE, resolvedAt: from + 20 * MINUTE },
      { openedAt: from + 2 * HOUR, resolvedAt: null },
    ];
    expect([availabilityTarget(), availabilityTarget(99.95), availabilityTarget(99.999)]).toEqual([
      0.999, 0.9995, 0.99999,
    ]);
    const found = errorBudget(outages, { from, to, target: availabilityTarget(99.9), now: from + 3 * HOUR });
    expect(found.down).toBe(80 * MINUTE);
    expect(found.budget).toBeCloseTo(43.2 * MINUTE, 3);
    expect(found.left).toBeCloseTo(-36.8 * MINUTE, 3);
    expect(found.availability).toBeCloseTo(1 - 80 / 180, 10);
  });
});

describe('noise', () => {
  it('names the keys that interrupted most, and how few made most nights', () => {
    const nights = (key: string, count: number) =>
      facts(
        ...Array.from({ length: count }, (_, i) => {
          const openedAt = MONDAY + i * DAY + 13 * HOUR;
          return { dedupKey: key, openedAt, notifications: [page(openedAt, 0)] };
        }),
      );
    const keys = addKeys([...nights('disk', 7), ...nights('cpu', 2), ...nights('cert', 1)].map(keyOf));
    expect(worstKeys(keys, 2).map(({ dedupKey, incidents }) => [dedupKey, incidents])).toEqual([
      ['disk', 7],
      ['cpu', 2],
    ]);
    expect(nightCulprits(keys, 0.7)).toEqual({ keys: 1, part: 0.7 });
    expect(nightCulprits([], 0.7)).toBeNull();
  });
});

describe('a period', () => {
  it('is made of days of UTC, today being the last', () => {
    const today = dayOf(MONDAY);
    expect(lastDays(30, MONDAY)).toEqual({ from: today - 29, to: today + 1 });
    expect(periodBefore({ from: 10, to: 17 })).toEqual({ from: 3, to: 10 });
    expect(parseDay('2026-02-30')).toBeNull();
    expect(parseMonth('2026-12')).toEqual({ from: parseDay('2026-12-01'), to: parseDay('2027-01-01') });
  });
});

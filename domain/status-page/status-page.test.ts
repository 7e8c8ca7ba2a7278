import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import { contrast, readable } from './accent';
import { componentState, type ServiceFacts, worst } from './component';
import { cssProblem } from './custom-css';
import { nextStep, type StatusReport, withUpdate } from './report';
import { firstDayStart, uptime, uptimeDays } from './uptime';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const RULES = { excludeMaintenance: true };

describe('a component', () => {
  const facts = (incidents: ServiceFacts['incidents'], inMaintenance = false) => ({
    services: new Map([['svc_a', { incidents, inMaintenance }]]),
    reported: [],
  });
  const linked = { manual: null, serviceIds: ['svc_a'] };

  it('is as bad as the worst open incident of its services', () => {
    const incidents = [
      { urgency: 'MEDIUM' as const, priority: null },
      { urgency: 'HIGH' as const, priority: 'P1' as const },
    ];
    expect(componentState(linked, facts(incidents), NOW)).toEqual({ state: 'MAJOR_OUTAGE', source: 'services' });
    expect(componentState(linked, facts([{ urgency: 'LOW', priority: null }]), NOW).state).toBe('OPERATIONAL');
  });

  it('is what a person has set until the time they gave, and automatic after', () => {
    const manual = { state: 'DEGRADED' as const, until: NOW + HOUR, by: 'Ana', at: NOW };
    const bad = facts([{ urgency: 'HIGH', priority: 'P1' }]);
    expect(componentState({ ...linked, manual }, bad, NOW)).toEqual({ state: 'DEGRADED', source: 'manual' });
    expect(componentState({ ...linked, manual }, bad, NOW + HOUR).state).toBe('MAJOR_OUTAGE');
  });

  it('counts a maintenance window as better than trouble', () => {
    expect(worst(['MAINTENANCE', 'DEGRADED'])).toBe('DEGRADED');
    expect(componentState(linked, facts([{ urgency: 'HIGH', priority: 'P1' }], true), NOW).state).toBe('MAINTENANCE');
  });
});

describe('uptime', () => {
  it('counts a partial outage by its share, and leaves maintenance out', () => {
    const changes = [
      { state: 'OPERATIONAL' as const, at: NOW - 10 * HOUR },
      { state: 'PARTIAL_OUTAGE' as const, at: NOW - 6 * HOUR },
      { state: 'MAINTENANCE' as const, at: NOW - 5 * HOUR },
      { state: 'OPERATIONAL' as const, at: NOW - HOUR },
    ];
    expect(uptime(changes, NOW - DAY, NOW, RULES)).toBeCloseTo(1 - 0.3 / 6, 10);
    expect(uptime(changes, NOW - DAY, NOW, { excludeMaintenance: false })).toBeCloseTo(1 - 0.3 / 10, 10);
  });

  it('knows nothing before the first change', () => {
    expect(uptime([], NOW - DAY, NOW, RULES)).toBeNull();
    const days = uptimeDays([{ state: 'MAJOR_OUTAGE', at: NOW - HOUR }], { now: NOW, timezone: 'UTC', count: 3 });
    expect(days.map(({ worst: state }) => state)).toEqual([null, null, 'MAJOR_OUTAGE']);
    expect(days[2]?.spent).toEqual({ MAJOR_OUTAGE: HOUR });
  });

  it('cuts days by the calendar of the page’s zone, also where one has 23 hours', () => {
    const now = Date.parse('2027-03-29T10:00:00Z');
    const days = uptimeDays([{ state: 'DEGRADED', at: 0 }], { now, timezone: 'Europe/Berlin', count: 2 });
    expect(days.map(({ date }) => date)).toEqual(['2027-03-28', '2027-03-29']);
    expect(days[0]?.spent.DEGRADED).toBe(23 * HOUR);
    expect(firstDayStart(now, 'Europe/Berlin', 2)).toBe(Date.parse('2027-03-27T23:00:00Z'));
  });
});

describe('planned work', () => {
  const work: StatusReport = {
    id: 'rep_a',
    pageId: 'spg_a',
    kind: 'maintenance',
    title: 'Work',
    status: 'scheduled',
    impact: 'maintenance',
    components: [],
    incidentId: null,
    startsAt: NOW,
    endsAt: NOW + HOUR,
    autoStart: true,
    autoEnd: true,
    maintenanceWindowId: null,
    nextUpdateAt: NOW + HOUR,
    publishAt: null,
    publishedAt: NOW - DAY,
    monitoringAt: null,
    resolvedAt: null,
    createdAt: NOW - DAY,
    updatedAt: NOW - DAY,
  };
  const update = { id: 'upd_a', reportId: 'rep_a', body: '', components: [], notify: true, by: 'Ana' };

  it('begins and ends by itself, and promises nothing once it is over', () => {
    expect(nextStep(work)).toEqual({ at: NOW, step: { kind: 'start' } });
    const begun = withUpdate(work, { ...update, status: 'in_progress', at: NOW });
    expect(nextStep(begun)).toEqual({ at: NOW + HOUR, step: { kind: 'end' } });
    const over = withUpdate(begun, { ...update, status: 'completed', at: NOW + HOUR });
    expect(nextStep(over)).toBeNull();
    expect(over).toMatchObject({ resolvedAt: NOW + HOUR, nextUpdateAt: null });
  });

  it('does not begin before it is published', () => {
    expect(nextStep({ ...work, publishedAt: null })).toBeNull();
    expect(nextStep({ ...work, publishedAt: null, publishAt: NOW - HOUR })?.step.kind).toBe('publish');
  });
});

describe('branding', () => {
  it.each(['#ffff00', '#0a5a68', '#ff8800', '#000000'])('makes the accent %s readable on both grounds', (accent) => {
    for (const ground of ['#f5f4f0', '#121311'])
      expect(contrast(readable(accent, ground), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    '</style><script>x</script>',
    '@import "//evil.example"',
    'a{background:url(//evil.example)}',
    'a{background:u/**/rl(//evil.example)}',
    'a{content:"\\75rl("}',
    'a{-moz-binding:x}',
  ])('refuses the style %s', (css) => expect(cssProblem(css)).not.toBeNull());

  it('takes a harmless style', () => expect(cssProblem('h1{font-size:30px} /* ours */')).toBeNull());
});

import { describe, expect, it } from 'vitest';
import { eventFrom } from '../testing/request';
import { compilePattern } from './pattern';
import { routeAlert } from './route';
import { routingRulesInput } from './rule';

const event = eventFrom('events', {
  event_action: 'trigger',
  dedup_key: 'k',
  payload: { summary: 'Disk full on DB1', source: 'db1', severity: 'error', custom_details: { env: 'prod' } },
});
const payload = () => ({ items: [{ name: 'a' }], 'dotted.name': 'x' });
const at = (iso: string) => Date.parse(iso);
const MONDAY_NOON = at('2026-11-23T12:00:00Z');

const route = (rules: unknown, now = MONDAY_NOON) => routeAlert(routingRulesInput.parse(rules), event, now, payload);
const rule = (...conditions: unknown[]) => [{ name: 'r', conditions, outcome: 'drop' }];
const isDropped = (conditions: unknown[], now?: number) => route(rule(...conditions), now).outcome === 'drop';

describe('routing rules', () => {
  it('leave an alert as it is when there are none, or none holds', () => {
    expect(route([])).toEqual({ outcome: 'page', serviceId: null, event, reason: 'no rules' });
    expect(route(rule({ op: 'equals', field: 'title', value: 'other' }))).toMatchObject({
      outcome: 'page',
      reason: 'no rule holds',
    });
  });

  it.each<[unknown[], boolean]>([
    [[{ op: 'equals', field: 'title', value: 'disk FULL on db1' }], true],
    [[{ op: 'equals', field: 'title', value: 'disk full' }], false],
    [[{ op: 'contains', field: 'title', value: 'full' }], true],
    [[{ op: 'contains', field: 'title', value: 'full', not: true }], false],
    [[{ op: 'matches', field: 'title', value: 'on db\\d$' }], true],
    [[{ op: 'exists', field: 'labels.env' }], true],
    [[{ op: 'exists', field: 'labels.toString' }], false],
    [[{ op: 'exists', field: 'labels.zone', not: true }], true],
    [[{ op: 'equals', field: 'payload.items.0.name', value: 'a' }], true],
    [[{ op: 'equals', field: 'payload.dotted.name', value: 'x' }], true],
    [[{ op: 'equals', field: 'payload.__proto__.name', value: '' }], true],
    [[{ op: 'equals', field: 'urgency', value: 'HIGH' }], true],
    [
      [
        { op: 'exists', field: 'labels.env' },
        { op: 'exists', field: 'labels.zone' },
      ],
      false,
    ],
    [[], true],
  ])('hold or not: %j', (conditions, holds) => expect(isDropped(conditions)).toBe(holds));

  it('hold on any condition where they say so, and tell why', () => {
    const any = [
      {
        name: 'Either',
        match: 'any',
        outcome: 'suppress',
        conditions: [
          { op: 'exists', field: 'labels.zone' },
          { op: 'equals', field: 'source', value: 'db1' },
        ],
      },
    ];
    expect(route(any)).toMatchObject({ outcome: 'suppress', reason: 'rule “Either”: source equals “db1”' });
  });

  it('stop at the first that holds, and change service, urgency and title', () => {
    const rules = [
      { name: 'one', serviceId: 'svc_2', urgency: 'LOW', title: '[{{labels.env}}] {{ title }} {{nothing}}' },
      { name: 'two', outcome: 'drop' },
    ];
    expect(route(rules)).toMatchObject({
      outcome: 'page',
      serviceId: 'svc_2',
      event: { urgency: 'LOW', title: '[prod] Disk full on DB1', dedupKey: 'k' },
    });
  });

  it('never touch what ends an alert', () => {
    const resolve = eventFrom('events', { event_action: 'resolve', dedup_key: 'k' });
    const rules = routingRulesInput.parse([{ name: 'all', outcome: 'drop' }]);
    expect(routeAlert(rules, resolve, MONDAY_NOON, payload)).toMatchObject({ outcome: 'page', event: resolve });
  });

  it.each<[string, object, boolean]>([
    ['2026-11-23T08:30:00Z', { from: '09:00', to: '17:00' }, true],
    ['2026-11-23T07:59:00Z', { from: '09:00', to: '17:00' }, false],
    ['2026-11-23T16:00:00Z', { from: '09:00', to: '17:00' }, false],
    ['2026-07-20T07:30:00Z', { from: '09:00', to: '17:00' }, true],
    ['2026-11-23T08:30:00Z', { from: '09:00', to: '17:00', days: [2, 3] }, false],
    ['2026-11-23T22:30:00Z', { from: '22:00', to: '06:00', days: [1] }, true],
    ['2026-11-24T03:00:00Z', { from: '22:00', to: '06:00', days: [1] }, true],
    ['2026-11-23T03:00:00Z', { from: '22:00', to: '06:00', days: [1] }, false],
    ['2026-11-23T23:30:00Z', { from: '00:00', to: '00:00', days: [2] }, true],
  ])('keep to a window by the clock of its zone (Berlin): %s %j', (now, window, holds) => {
    expect(isDropped([{ op: 'within', zone: 'Europe/Berlin', ...window }], at(now))).toBe(holds);
  });

  it('refuse fields, patterns and zones that cannot be', () => {
    for (const condition of [
      { op: 'equals', field: 'password', value: 'x' },
      { op: 'matches', field: 'title', value: '(' },
      { op: 'within', zone: 'Europe/Atlantis', from: '09:00', to: '10:00' },
      { op: 'within', zone: 'UTC', from: '24:00', to: '10:00' },
    ]) {
      expect(routingRulesInput.safeParse(rule(condition)).success).toBe(false);
    }
  });
});

describe('patterns', () => {
  it.each<[string, string, boolean]>([
    ['disk', 'Big DISK', true],
    ['^disk', 'Big disk', false],
    ['^a.c$', 'abc', true],
    ['^a.c$', 'abbc', false],
    ['colou?r', 'color', true],
    ['^(ab)+$', 'ababab', true],
    ['^(ab)+$', 'aba', false],
    ['^[a-c]{2,3}$', 'abc', true],
    ['^[a-c]{2,3}$', 'abca', false],
    ['^[^0-9]+$', 'abc', true],
    ['^[^0-9]+$', 'ab1', false],
    ['^\\d{3}-\\w+$', '123-ab_1', true],
    ['\\.', 'a.b', true],
    ['\\.', 'ab', false],
    ['^(a|b|)c$', 'c', true],
    ['^(a*)*$', 'aaaa', true],
    ['^[\\]-]+$', ']-]', true],
    ['x{0}y', 'y', true],
    ['größe', 'GRÖSSE Größe', true],
  ])('%s in %s: %s', (pattern, text, found) => expect(compilePattern(pattern)?.matches(text)).toBe(found));

  it.each(['', '(', ')', 'a)', '[a', '*', 'a**b+?(', '\\', '(?=a)', '\\1', 'a{200}', 'a{3,2}', 'x'.repeat(201)])(
    'are not: %s',
    (source) => expect(compilePattern(source)).toBeNull(),
  );

  it('are done with what keeps a backtracking engine busy for years', () => {
    const text = `${'a'.repeat(1999)}!`;
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(a*)*b', '(.*)(.*)(.*)(.*)(.*)x']) {
      expect(compilePattern(source)?.matches(text)).toBe(false);
    }
  });

  it('are refused when they would grow without bound', () => {
    expect(compilePattern('((a{100}){100}){100}')).toBeNull();
  });
});

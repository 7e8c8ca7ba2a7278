import { describe, expect, it } from 'vitest';
import { eventFrom, eventsFrom, parse } from './testing/request';

const alert = (extra: Record<string, unknown> = {}) => ({
  status: 'firing',
  labels: { alertname: 'HighLoad', instance: 'web-1:9100', severity: 'warning' },
  annotations: { summary: 'Load is high' },
  startsAt: '2026-11-23T03:24:30.360258032Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example.com/graph',
  fingerprint: 'ab12',
  ...extra,
});
const group = (...alerts: unknown[]) => ({ version: '4', status: 'firing', alerts });

describe('prometheus', () => {
  it('reads times per alert; the zero date is no date', () => {
    const startedAt = Date.parse('2026-11-23T03:24:30.360Z');
    expect(eventFrom('prometheus', group(alert()))).toMatchObject({ startedAt, occurredAt: startedAt });
    const resolved = alert({ status: 'resolved', endsAt: '2026-11-23T03:30:00+01:00' });
    expect(eventFrom('prometheus', group(resolved))).toMatchObject({
      action: 'resolve',
      startedAt,
      occurredAt: Date.parse('2026-11-23T02:30:00Z'),
      urgency: null,
      severity: 'warning',
    });
    const zero = alert({ status: 'resolved', startsAt: '0001-01-01T00:00:00Z' });
    expect(eventFrom('prometheus', group(zero))).toMatchObject({ startedAt: null, occurredAt: null });
  });

  it('takes the action from the alert: an unknown status is kept as unmapped, a missing one is that of the group', () => {
    for (const status of ['acknowledged', 'suppressed', 'FIRING now', 1]) {
      const event = eventFrom('prometheus', { ...group(alert({ status })), status: 'resolved' });
      expect(event).toMatchObject({ action: 'ignored', reason: 'unmapped', dedupKey: 'ab12', title: 'Load is high' });
    }
    for (const status of ['', undefined, null]) {
      const said = (word: unknown) => eventFrom('prometheus', { ...group(alert({ status })), status: word }).action;
      expect([said('firing'), said('resolved'), said(undefined)]).toEqual(['trigger', 'resolve', 'ignored']);
    }
  });

  it('without a fingerprint identifies by the whole label set, in any order', () => {
    const key = (labels: unknown) =>
      eventFrom('prometheus', group(alert({ fingerprint: undefined, labels, annotations: {} }))).dedupKey;
    expect(key({ a: '1', b: '2' })).toBe(key({ b: '2', a: '1' }));
    expect(key({ a: '1', b: '2' })).not.toBe(key({ a: '1', b: '3' }));
    expect(key({ a: '1,b=2' })).not.toBe(key({ a: '1', b: '2' }));
    expect(key({ a: '1' })).toMatch(/^labels:[0-9a-f]{64}$/);
  });

  it('names an alert without annotations by its alert name and instance', () => {
    expect(eventFrom('prometheus', group(alert({ annotations: {} }))).title).toBe('HighLoad on web-1:9100');
    expect(eventFrom('prometheus', group(alert({ annotations: null, labels: null }))).title).not.toBe('');
  });

  it('cuts a long title at a code point and makes it one line', () => {
    const summary = `a\r\n\tb\u0000${'x'.repeat(495)}🔥🔥`;
    const { title } = eventFrom('prometheus', group(alert({ annotations: { summary } })));
    expect(title.startsWith('a b x')).toBe(true);
    expect(title.length).toBeLessThanOrEqual(500);
    expect(title.isWellFormed()).toBe(true);
    expect(eventFrom('prometheus', group(alert({ annotations: { summary: 'broken \ud83d' } }))).title).toBe(
      'broken \ufffd',
    );
  });

  it('takes a label called __proto__ for a label', () => {
    const body = JSON.stringify(group(alert())).replace(
      '"instance"',
      '"__proto__":{"polluted":1},"constructor":"c","instance"',
    );
    const { labels } = eventFrom('prometheus', body);
    expect(Object.hasOwn(labels, '__proto__')).toBe(true);
    expect(labels.constructor).toBe('c');
    expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('bounds labels: 100 of them, keys of 128, values of 1024', () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${i}${'k'.repeat(200)}`, 'v'.repeat(2000)]),
    );
    const { labels } = eventFrom('prometheus', group(alert({ labels: many })));
    expect(Object.keys(labels)).toHaveLength(100);
    for (const [key, value] of Object.entries(labels)) {
      expect(key.length).toBeLessThanOrEqual(128);
      expect(value.length).toBeLessThanOrEqual(1024);
    }
  });

  it('links only to http(s)', () => {
    for (const generatorURL of [
      'javascript:alert(1)',
      '/graph',
      'data:text/html,x',
      'ftp://x',
      '//x.example',
      'http://',
    ])
      expect(eventFrom('prometheus', group(alert({ generatorURL }))).sourceLink).toBeNull();
    const annotations = { runbook_url: 'https://runbooks.example.com/x', dashboard: 'javascript:1' };
    expect(eventFrom('prometheus', group(alert({ annotations }))).links).toEqual([
      { href: 'https://runbooks.example.com/x', text: 'Runbook' },
    ]);
  });

  it('keeps a warning when Alertmanager left alerts out', () => {
    const [firing, resolved] = eventsFrom('prometheus', {
      ...group(alert(), alert({ status: 'resolved' })),
      truncatedAlerts: 12,
    });
    expect(firing?.reason).toMatch(/^12 further alerts/);
    expect(resolved?.reason).toBeNull();
    expect(eventFrom('prometheus', { ...group(alert()), truncatedAlerts: '1' }).reason).toMatch(/^1 further alert /);
  });

  it('answers nothing to an empty group and keeps what it does not know', () => {
    expect(eventsFrom('prometheus', group())).toEqual([]);
    for (const body of ['{}', '[]', '"x"', '1', 'null', '{"alerts":{}}', '{"alerts":null}'])
      expect(eventFrom('prometheus', body)).toMatchObject({ action: 'ignored', reason: 'unmapped' });
    expect(eventFrom('prometheus', group(7)).action).toBe('ignored');
  });

  it('refuses what is no JSON with one sentence', () => {
    for (const body of ['', '   ', '{', '{"alerts":[}', 'alerts=1', '<xml/>', '\u0000'])
      expect(parse('prometheus', body)).toMatchObject({
        ok: false,
        error: { reason: expect.stringMatching(/^The body .*\.$/) },
      });
  });

  it('reads JSON sent as text, as a form and with a byte order mark', () => {
    for (const contentType of ['text/plain', '', 'application/x-www-form-urlencoded', 'application/octet-stream'])
      expect(eventFrom('prometheus', `\uFEFF${JSON.stringify(group(alert()))}`, { contentType }).action).toBe(
        'trigger',
      );
  });

  it('survives a body nested 100,000 deep', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(parse('prometheus', deep)).toBeDefined();
    expect(
      parse('prometheus', `{"alerts":[{"status":"firing","labels":{"a":${deep}},"fingerprint":"f"}]}`),
    ).toBeDefined();
    expect(parse('prometheus', '['.repeat(100_000))).toMatchObject({ ok: false });
  });
});

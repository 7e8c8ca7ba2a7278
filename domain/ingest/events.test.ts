import { describe, expect, it } from 'vitest';
import { eventFrom, parse } from './testing/request';

const trigger = (extra: Record<string, unknown> = {}, payload: Record<string, unknown> = {}) => ({
  event_action: 'trigger',
  dedup_key: 'srv01/mysql',
  payload: { summary: 'Disk full', source: 'srv01', severity: 'critical', ...payload },
  ...extra,
});

describe('events', () => {
  it('maps the three actions', () => {
    expect(eventFrom('events', trigger())).toMatchObject({
      action: 'trigger',
      dedupKey: 'srv01/mysql',
      title: 'Disk full',
      source: 'srv01',
      severity: 'critical',
      urgency: 'HIGH',
    });
    for (const event_action of ['acknowledge', 'resolve'])
      expect(eventFrom('events', { event_action, dedup_key: 'srv01/mysql' })).toMatchObject({
        action: event_action,
        dedupKey: 'srv01/mysql',
        title: '',
        urgency: null,
      });
  });

  it.each([
    ['critical', 'HIGH'],
    ['error', 'HIGH'],
    ['warning', 'MEDIUM'],
    ['info', 'LOW'],
    ['criticality', null],
    [undefined, null],
    ['toString', null],
    ['__proto__', null],
  ])('severity %s gives urgency %s', (severity, urgency) => {
    expect(eventFrom('events', trigger({}, { severity })).urgency).toBe(urgency);
  });

  it('gives a trigger without a key a fresh one, the same for the same request only', () => {
    const body = trigger({ dedup_key: undefined });
    const key = eventFrom('events', body).dedupKey;
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(eventFrom('events', body).dedupKey).toBe(key);
    expect(eventFrom('events', body, { receivedAt: 1 }).dedupKey).not.toBe(key);
    expect(eventFrom('events', trigger({ dedup_key: '' })).dedupKey).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps a key exactly: falsy ones, spaces, numbers beyond 2^53', () => {
    for (const key of ['0', ' a ', 'e\u0301', 'é', 'false'])
      expect(eventFrom('events', trigger({ dedup_key: key })).dedupKey).toBe(key);
    expect(eventFrom('events', trigger({ dedup_key: 0 })).dedupKey).toBe('0');
    expect(eventFrom('events', '{"event_action":"resolve","dedup_key":12345678901234567891}').dedupKey).toBe(
      '12345678901234567891',
    );
    expect(eventFrom('events', '{"event_action":"resolve","dedup_key":12345678901234567892}').dedupKey).toBe(
      '12345678901234567892',
    );
  });

  it.each([
    ['an unknown action', trigger({ event_action: 'open' }), /event_action/],
    ['no action', trigger({ event_action: undefined }), /event_action/],
    ['an action that is no text', trigger({ event_action: { a: 1 } }), /event_action/],
    ['no summary', trigger({}, { summary: undefined }), /payload\.summary/],
    ['a blank summary', trigger({}, { summary: '  ' }), /payload\.summary/],
    ['no payload', { event_action: 'trigger', dedup_key: 'a' }, /payload\.summary/],
    ['resolve without a key', { event_action: 'resolve' }, /dedup_key/],
    ['acknowledge without a key', { event_action: 'acknowledge', dedup_key: null }, /dedup_key/],
  ])('refuses %s with one sentence', (_what, body, reason) => {
    const result = parse('events', body);
    expect(result).toMatchObject({ ok: false, error: { reason: expect.stringMatching(reason) } });
  });

  it('keeps links, details and time', () => {
    const event = eventFrom(
      'events',
      trigger(
        {
          links: [{ href: 'https://a.example', text: 'A' }, { href: 'javascript:1' }],
          client: 'Probe',
          client_url: 'https://probe.example',
        },
        {
          timestamp: '2026-11-23T01:02:03.000+0000',
          custom_details: { load: 0.75, nested: { a: [1] } },
          class: 'disk',
        },
      ),
    );
    expect(event).toMatchObject({
      sourceLink: 'https://probe.example',
      links: [{ href: 'https://a.example', text: 'A' }],
      labels: { class: 'disk', client: 'Probe', load: '0.75', nested: '{"a":[1]}' },
      occurredAt: Date.parse('2026-11-23T01:02:03Z'),
    });
    expect(eventFrom('events', trigger({}, { links: [{ href: 'https://b.example' }] })).sourceLink).toBe(
      'https://b.example',
    );
  });
});

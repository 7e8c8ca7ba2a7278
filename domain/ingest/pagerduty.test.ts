import { describe, expect, it } from 'vitest';
import { eventFrom, eventsFrom, parse } from './testing/request';

const event = (extra: Record<string, unknown> = {}, payload: Record<string, unknown> = {}) => ({
  routing_key: 'k'.repeat(32),
  event_action: 'trigger',
  dedup_key: 'a',
  payload: { summary: 'Down', source: 'web1', severity: 'error', ...payload },
  ...extra,
});

describe('pagerduty', () => {
  it.each([
    ['no source', event({}, { source: undefined }), /payload\.source/],
    ['no severity', event({}, { severity: undefined }), /payload\.severity/],
    ['an unknown severity', event({}, { severity: 'fatal' }), /payload\.severity/],
    ['a key of 256 characters', event({ dedup_key: 'k'.repeat(256) }), /dedup_key/],
    ['a resolve without a key', event({ event_action: 'resolve', dedup_key: undefined }), /dedup_key/],
    ['an unknown action', event({ event_action: 'close' }), /event_action/],
    ['no action', event({ event_action: undefined }), /event_action/],
  ])('refuses %s as PagerDuty does', (_what, body, reason) => {
    expect(parse('pagerduty', body)).toMatchObject({ ok: false, error: { reason: expect.stringMatching(reason) } });
  });

  it('keeps a key of 255 characters and never stores the routing key', () => {
    const { dedupKey, labels } = eventFrom('pagerduty', event({ dedup_key: 'k'.repeat(255) }));
    expect(dedupKey).toHaveLength(255);
    expect(JSON.stringify(labels)).not.toContain('kkk');
  });

  it('takes change events as no alert', () => {
    const change = { routing_key: 'k', payload: { summary: 'Deploy 42', source: 'ci' }, links: [] };
    expect(eventFrom('pagerduty', change, { rest: ['change'] })).toMatchObject({
      action: 'ignored',
      reason: 'change event',
      title: 'Deploy 42',
    });
  });

  it('reads events of version 1', () => {
    const body = {
      service_key: 'k',
      event_type: 'trigger',
      incident_key: 'srv/HTTP',
      description: 'FAILURE',
      details: { load: 1 },
    };
    expect(eventFrom('pagerduty', body)).toMatchObject({
      action: 'trigger',
      dedupKey: 'srv/HTTP',
      title: 'FAILURE',
      labels: { load: '1' },
    });
    expect(eventFrom('pagerduty', { event_type: 'resolve', incident_key: 'srv/HTTP' })).toMatchObject({
      action: 'resolve',
      dedupKey: 'srv/HTTP',
    });
    expect(parse('pagerduty', { event_type: 'acknowledge' })).toMatchObject({ ok: false });
  });

  it('reads webhooks of version 2 in batches, and the incident inside a note', () => {
    const incident = {
      id: 'PT4',
      title: 'Database',
      html_url: 'https://x.pagerduty.com/incidents/PT4',
      urgency: 'low',
    };
    expect(
      eventsFrom('pagerduty', {
        messages: [
          { event: 'incident.trigger', incident },
          { event: 'incident.acknowledge', incident },
          { event: 'incident.assign', incident },
        ],
      }),
    ).toMatchObject([
      { action: 'trigger', dedupKey: 'PT4', urgency: 'LOW', severity: 'low' },
      { action: 'acknowledge', dedupKey: 'PT4', urgency: null },
      { action: 'ignored', dedupKey: 'PT4', reason: 'unmapped' },
    ]);
    const note = {
      event: { event_type: 'incident.annotated', data: { id: 'NOTE', type: 'incident_note', incident: { id: 'PT4' } } },
    };
    expect(eventFrom('pagerduty', note)).toMatchObject({ action: 'ignored', dedupKey: 'PT4' });
    expect(eventFrom('pagerduty', { event: { event_type: 'pagey.ping', data: { message: 'Hello' } } })).toMatchObject({
      reason: 'test',
    });
  });
});

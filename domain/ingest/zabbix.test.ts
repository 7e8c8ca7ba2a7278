import { describe, expect, it } from 'vitest';
import { eventFrom } from './testing/request';

describe('zabbix', () => {
  it('takes macros that were never replaced for nothing', () => {
    const body = {
      event_id: '{EVENT.ID}',
      host_name: 'web',
      trigger_id: '14032',
      event_value: '1',
      event_name: '{EVENT.NAME}',
      subject: 'CPU',
      event_url: '*UNKNOWN*',
      event_severity: '*UNKNOWN*',
    };
    expect(eventFrom('zabbix', body)).toMatchObject({
      action: 'trigger',
      dedupKey: '["web","14032"]',
      title: 'CPU',
      sourceLink: null,
      severity: null,
    });
  });

  it.each([
    [{ event_value: 0 }, 'resolve'],
    [{ event_value: '0', event_status: 'PROBLEM' }, 'resolve'],
    [{ event_value: '1', event_status: 'RESOLVED' }, 'resolve'],
    [{ event_value: '1', event_update_status: '1', event_update_action: 'acknowledged' }, 'acknowledge'],
    [{ event_value: '1', event_update_status: '1', event_update_action: 'unacknowledged' }, 'ignored'],
    [
      { event_value: '1', event_update_status: '1', event_update_action: 'changed severity from Warning to High' },
      'ignored',
    ],
    [{ event_value: '1', event_update_status: '1', event_ack_status: 'Yes' }, 'acknowledge'],
    [{ event_value: '1', event_update_status: '1', event_ack_status: 'No' }, 'ignored'],
    [{ event_value: '1', event_source: '1' }, 'ignored'],
    [{ status: 'PROBLEMATIC' }, 'ignored'],
    [{}, 'ignored'],
  ])('%j means %s', (fields, action) => {
    expect(eventFrom('zabbix', { event_id: 0, ...fields })).toMatchObject({ action, dedupKey: '0' });
  });

  it('keeps ids beyond 2^53 apart', () => {
    const key = (id: string) => eventFrom('zabbix', `{"eventid":${id},"event_value":1}`).dedupKey;
    expect(key('9223372036854775806')).not.toBe(key('9223372036854775807'));
  });

  it('reads tags as text, list and JSON in text', () => {
    const labels = (tags: unknown) => eventFrom('zabbix', { event_id: '1', event_value: '1', event_tags: tags }).labels;
    expect(labels('scope:capacity,os')).toMatchObject({ scope: 'capacity', tags: 'os' });
    expect(labels([{ tag: 'scope', value: 'capacity' }])).toMatchObject({ scope: 'capacity' });
    expect(labels('[{"tag":"scope","value":"capacity"}]')).toMatchObject({ scope: 'capacity' });
  });
});

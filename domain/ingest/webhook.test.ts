import { describe, expect, it } from 'vitest';
import { eventFrom, eventsFrom, requestOf } from './testing/request';
import { webhookWith } from './webhook';

describe('webhook', () => {
  it('reads one object, a list, a form', () => {
    expect(eventFrom('webhook', { message: 'Disk full', id: 0 })).toMatchObject({
      action: 'trigger',
      dedupKey: '0',
      title: 'Disk full',
    });
    expect(eventsFrom('webhook', [{ title: 'a', id: 1 }, { title: 'a', id: 1, status: 'ok' }, 3])).toMatchObject([
      { action: 'trigger', dedupKey: '1' },
      { action: 'resolve', dedupKey: '1' },
      { action: 'ignored' },
    ]);
  });

  it.each([
    ['firing', 'trigger'],
    ['DOWN', 'trigger'],
    ['acknowledged', 'acknowledge'],
    ['resolved', 'resolve'],
    ['up', 'resolve'],
    ['unacknowledged', 'ignored'],
    ['not resolved', 'ignored'],
    ['pending', 'ignored'],
    ['toString', 'ignored'],
  ])('status %s means %s', (status, action) => {
    expect(eventFrom('webhook', { title: 't', id: 'x', status }).action).toBe(action);
  });

  it('identifies by title and source where there is no key', () => {
    const key = (body: object) => eventFrom('webhook', body).dedupKey;
    expect(key({ title: 't', source: 'a' })).toBe(key({ title: 't', source: 'a', status: 'ok' }));
    expect(key({ title: 't', source: 'a' })).not.toBe(key({ title: 't', source: 'b' }));
  });

  it('takes the mapping set for it before its own names', () => {
    const adapter = webhookWith({
      title: ['alert.headline'],
      dedupKey: ['alert.ref'],
      status: ['alert.phase'],
      severity: ['grade'],
    });
    const body = {
      alert: { headline: 'Oil pressure', ref: 12, phase: 'closed' },
      grade: 'P1',
      title: 'no',
      status: 'firing',
    };
    const result = adapter.parse(requestOf(body));
    expect(result).toMatchObject({
      ok: true,
      value: [{ action: 'resolve', dedupKey: '12', title: 'Oil pressure', severity: 'P1' }],
    });
  });

  it('takes status words set for it, and keeps its own', () => {
    const adapter = webhookWith({}, { kaputt: 'trigger', heil: 'resolve' });
    for (const [status, action] of [
      ['Heil', 'resolve'],
      ['kaputt', 'trigger'],
      ['ok', 'resolve'],
      ['unheil', 'ignored'],
    ])
      expect(adapter.parse(requestOf({ title: 't', status }))).toMatchObject({ ok: true, value: [{ action }] });
  });

  it('reads Monit', () => {
    const monit = (MONIT_EVENT: string) => eventFrom('webhook', { MONIT_HOST: 'vm', MONIT_SERVICE: 's', MONIT_EVENT });
    expect(monit('Connection failed')).toMatchObject({ action: 'trigger', dedupKey: '["vm","s"]' });
    expect(monit('Connection succeeded').action).toBe('resolve');
    expect(monit('Timeout recovery').action).toBe('resolve');
    expect(monit('Checksum changed').action).toBe('ignored');
  });
});

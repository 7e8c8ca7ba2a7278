import { describe, expect, it } from 'vitest';
import { eventFrom } from './testing/request';

describe('opsgenie', () => {
  it('acknowledges and closes by path, with and without a body, any identifier', () => {
    for (const body of ['', '{}', '{"note":"on it"}']) {
      expect(eventFrom('opsgenie', body, { rest: ['a/b ü', 'acknowledge'] })).toMatchObject({
        action: 'acknowledge',
        dedupKey: 'a/b ü',
      });
      expect(eventFrom('opsgenie', body, { rest: ['0', 'close'] })).toMatchObject({ action: 'resolve', dedupKey: '0' });
    }
    expect(eventFrom('opsgenie', '', { rest: ['x'], method: 'DELETE' }).action).toBe('resolve');
  });

  it.each(['notes', 'unacknowledge', 'snooze', 'assign', 'tags', 'acknowledgement', 'toString'])(
    'keeps the verb %s as unmapped',
    (verb) => {
      expect(eventFrom('opsgenie', { note: 'x' }, { rest: ['alias', verb] })).toMatchObject({
        action: 'ignored',
        dedupKey: 'alias',
      });
    },
  );

  it('has P3 for default when an alert is created', () => {
    expect(eventFrom('opsgenie', { message: 'm', alias: 'a' })).toMatchObject({ severity: 'P3', urgency: 'MEDIUM' });
    expect(eventFrom('opsgenie', { message: 'm', alias: 'a', priority: 'P9' })).toMatchObject({
      severity: 'P9',
      urgency: null,
    });
  });

  it.each([
    ['Create', 'trigger'],
    ['UnAcknowledge', 'trigger'],
    ['Acknowledge', 'acknowledge'],
    ['Close', 'resolve'],
    ['Delete', 'resolve'],
    ['AddNote', 'ignored'],
    ['AcknowledgeEscalated', 'ignored'],
  ])('maps the webhook action %s to %s', (action, ours) => {
    expect(eventFrom('opsgenie', { action, alert: { alertId: 'id-1', message: 'm', priority: 3 } })).toMatchObject({
      action: ours,
      dedupKey: 'id-1',
    });
  });
});

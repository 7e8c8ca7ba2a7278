import { describe, expect, it } from 'vitest';
import { person, plan, policy, user } from '../plan/plan.testing';
import { story } from './story.testing';

describe('a delivery', () => {
  it('is claimed once, and cancelled for whoever comes after an acknowledgement', () => {
    const incident = story(plan());
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'send', attempt: 1 });
    expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'busy' });
    const other = story(plan());
    other.acknowledge();
    expect(other.play({ kind: 'claim', notificationId })).toEqual({ kind: 'settled' });
    expect(other.play({ kind: 'claim', notificationId: 'ntf_unknown' })).toEqual({ kind: 'unknown' });
  });

  it('that was being sent when it was acknowledged, and whose sender died, is not sent again', () => {
    for (const withCrash of [true, false]) {
      const incident = story(plan());
      const [notificationId = ''] = Object.keys(incident.state.notifications);
      expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'send' });
      incident.acknowledge();
      incident.effects.length = 0;
      if (withCrash) incident.play({ kind: 'restart' });
      incident.pass(withCrash ? 4 : 130);
      expect(incident.effects.filter(({ kind }) => kind === 'enqueue' || kind === 'send-directly')).toEqual([]);
      expect(incident.play({ kind: 'claim', notificationId })).toEqual({ kind: 'settled' });
      expect(incident.messages()).toEqual(['ana email CANCELLED']);
      expect(Object.values(incident.state.timers).filter(({ kind }) => kind === 'unsettled')).toEqual([]);
    }
  });

  it('is retried after a temporary failure, never before Retry-After, and fires the next rung at once', () => {
    const rules = [
      { urgency: 'HIGH' as const, methodId: 'ana-email', delaySeconds: 0 },
      { urgency: 'HIGH' as const, methodId: 'ana-sms', delaySeconds: 600 },
    ];
    const incident = story(plan({ people: [person('ana', ['email', 'sms'], { rules }), person('bo')] }));
    expect(incident.pages()).toEqual(['ana email']);
    incident.deliver('ana', { outcome: 'failed-temporarily', retryAfterSeconds: 90, error: 'busy' });
    expect(incident.pages()).toEqual(['ana sms']);
    incident.deliver('ana', { outcome: 'sent' });
    incident.effects.length = 0;
    const first = Object.values(incident.state.notifications).find(({ channel }) => channel === 'email');
    incident.pass(89);
    expect(incident.effects).toEqual([]);
    expect(incident.play({ kind: 'claim', notificationId: first?.id ?? '' })).toMatchObject({ kind: 'busy' });
    incident.pass(1);
    expect(incident.effects).toMatchObject([{ kind: 'enqueue' }]);
  });

  it('goes on to the next step at once when nothing of a step got through', () => {
    const incident = story(plan());
    incident.pages();
    incident.deliver('ana', { outcome: 'failed', error: 'no such mailbox' });
    expect(incident.pages()).toEqual(['bo email']);
    incident.deliver('bo', { outcome: 'failed', error: 'no such mailbox' });
    expect(incident.pages()).toEqual(['ada email']);
  });

  it('that nobody claims is queued again and sent directly after 30, 60 and 120 seconds', () => {
    const incident = story(plan({ policy: policy([[0, user('ana')]]) }));
    incident.effects.length = 0;
    const direct = () => incident.effects.filter(({ kind }) => kind === 'send-directly').length;
    incident.pass(29);
    expect(direct()).toBe(0);
    incident.pass(1);
    expect(direct()).toBe(1);
    incident.pass(30);
    expect(direct()).toBe(2);
    incident.pass(60);
    expect(direct()).toBe(3);
  });

  it('does not go to a person who was disabled since', () => {
    const incident = story(plan());
    incident.replacePlan(plan({ people: [person('ana', ['email'], { status: 'DISABLED' }), person('bo')] }));
    expect(incident.deliver('ana', { outcome: 'sent' })).toEqual({ kind: 'settled' });
    expect(incident.pages()).toEqual(['ana email', 'bo email']);
  });

  it('settled twice stays as it is, and a late failure takes back no success', () => {
    const incident = story(plan());
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.deliver('ana', { outcome: 'sent' });
    const failed = { outcome: 'failed' as const, provider: 'fake', providerId: null, error: 'late' };
    incident.play({ kind: 'settle', notificationId, attempt: 1, result: failed });
    expect(incident.state.notifications[notificationId]?.state).toBe('SENT');
  });

  it('that was claimed before an acknowledgement and fails for now is not tried again', () => {
    const incident = story(plan());
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.play({ kind: 'claim', notificationId });
    incident.pass(1);
    incident.acknowledge();
    const failed = { outcome: 'failed-temporarily' as const, provider: 'fake', providerId: null, error: 'busy' };
    incident.play({ kind: 'settle', notificationId, attempt: 1, result: { ...failed, retryAfterSeconds: null } });
    expect(incident.state.notifications[notificationId]?.state).toBe('CANCELLED');
  });

  it('that was out when the object restarted is queued again, or sent again unless it reports back', () => {
    const incident = story(plan({ policy: policy([[0, user('ana')]]) }));
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.effects.length = 0;
    incident.play({ kind: 'restart' });
    expect(incident.effects).toEqual([{ kind: 'enqueue', notificationId }]);
    incident.play({ kind: 'claim', notificationId });
    incident.play({ kind: 'restart' });
    incident.effects.length = 0;
    incident.pass(2);
    expect(incident.effects).toEqual([]);
    incident.pass(1);
    expect(incident.effects).toContainEqual({ kind: 'send-directly', notificationId });
    expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'send', attempt: 2 });
  });
});

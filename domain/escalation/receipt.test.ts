import { describe, expect, it } from 'vitest';
import type { ReceiptNews } from '../notification/receipt/receipt';
import { person, plan, policy, user } from '../plan/plan.testing';
import { story } from './story.testing';

const rules = [
  { urgency: 'HIGH' as const, methodId: 'ana-sms', delaySeconds: 0 },
  { urgency: 'HIGH' as const, methodId: 'ana-voice', delaySeconds: 600 },
];
const paged = () => {
  const incident = story(
    plan({
      people: [person('ana', ['sms', 'voice'], { rules }), person('bo')],
      policy: policy([
        [0, user('ana')],
        [300, user('bo')],
      ]),
    }),
  );
  const [notificationId = ''] = Object.keys(incident.state.notifications);
  incident.pages();
  const receipt = (news: ReceiptNews, attempt: number | null = 1) =>
    incident.play({
      kind: 'receipt',
      notificationId,
      receipt: { provider: 'twilio', providerId: 'SM1', attempt, ...news },
    });
  return { incident, notificationId, receipt, stateOf: () => incident.state.notifications[notificationId]?.state };
};
const failed = (cause: 'temporary' | 'recipient' | 'message'): ReceiptNews => ({
  state: 'FAILED',
  reason: 'twilio 30005: unknown',
  cause,
});

describe('a receipt', () => {
  it('shows that a page arrived and was read, each once', () => {
    const { incident, receipt, stateOf } = paged();
    incident.deliver('ana', { outcome: 'sent' });
    expect(receipt({ state: 'DELIVERED' })).toEqual({ kind: 'applied' });
    expect(receipt({ state: 'DELIVERED' })).toEqual({ kind: 'unchanged' });
    receipt({ state: 'READ' });
    expect(receipt({ state: 'DELIVERED' })).toEqual({ kind: 'unchanged' });
    expect(stateOf()).toBe('READ');
    expect(incident.logged.filter((kind) => /delivered|read/.test(kind))).toEqual([
      'notification-delivered',
      'notification-read',
    ]);
  });

  it('that a page came back sends the next method at once and marks the address', () => {
    const { incident, receipt, stateOf } = paged();
    incident.deliver('ana', { outcome: 'sent' });
    incident.effects.length = 0;
    receipt(failed('recipient'));
    expect(stateOf()).toBe('FAILED');
    expect(incident.pages()).toEqual(['ana voice']);
    expect(incident.effects).toContainEqual({
      kind: 'mark-method',
      methodId: 'ana-sms',
      value: expect.any(String),
      problem: { reason: 'twilio 30005: unknown', at: expect.any(Number) },
    });
    expect(receipt(failed('recipient'))).toEqual({ kind: 'unchanged' });
    expect(incident.pages()).toEqual([]);
  });

  it('of the last method fires the next step at once', () => {
    const { incident, receipt } = paged();
    incident.deliver('ana', { outcome: 'sent' });
    receipt(failed('message'));
    incident.deliver('ana', { outcome: 'failed', error: 'busy' });
    expect(incident.pages()).toEqual(['ana voice', 'bo email']);
  });

  it('of trouble that may heal tries once more beside the next method, and only once', () => {
    const { incident, receipt, stateOf } = paged();
    incident.deliver('ana', { outcome: 'sent' });
    receipt(failed('temporary'));
    expect(stateOf()).toBe('FAILED_TEMPORARILY');
    expect(incident.pages()).toEqual(['ana voice']);
    incident.effects.length = 0;
    incident.pass(5);
    expect(incident.effects.filter(({ kind }) => kind === 'enqueue')).toHaveLength(1);
    incident.play({ kind: 'claim', notificationId: Object.keys(incident.state.notifications)[0] ?? '' });
    receipt(failed('temporary'), 2);
    expect(stateOf()).toBe('FAILED');
  });

  it('never takes a state back, whatever order reports come in', () => {
    const { incident, notificationId, receipt, stateOf } = paged();
    incident.play({ kind: 'claim', notificationId });
    receipt({ state: 'DELIVERED' });
    expect(receipt(failed('message'))).toEqual({ kind: 'unchanged' });
    const sent = { outcome: 'sent' as const, provider: 'twilio', providerId: 'SM1', error: null };
    incident.play({ kind: 'settle', notificationId, attempt: 1, result: sent });
    expect(stateOf()).toBe('DELIVERED');
  });

  it('that overtakes its sender stays, when the sender reports that it was taken', () => {
    const { incident, notificationId, receipt, stateOf } = paged();
    incident.play({ kind: 'claim', notificationId });
    receipt(failed('message'));
    const sent = { outcome: 'sent' as const, provider: 'twilio', providerId: 'SM1', error: null };
    incident.play({ kind: 'settle', notificationId, attempt: 1, result: sent });
    expect(stateOf()).toBe('FAILED');
  });

  it('of an earlier attempt says nothing of the later one', () => {
    const { incident, notificationId, receipt, stateOf } = paged();
    incident.deliver('ana', { outcome: 'failed-temporarily', error: 'lost' });
    incident.pass(5);
    incident.play({ kind: 'claim', notificationId });
    receipt(failed('message'), 1);
    expect(stateOf()).toBe('SENDING');
  });

  it('after an acknowledgement changes the page and pages nobody', () => {
    const { incident, receipt, stateOf } = paged();
    incident.deliver('ana', { outcome: 'sent' });
    incident.acknowledge();
    receipt(failed('temporary'));
    expect(stateOf()).toBe('FAILED');
    expect(incident.pages()).toEqual([]);
  });

  it('of what was never made, or of an attempt that was never begun, is unknown and leaves no trace', () => {
    const { incident, receipt } = paged();
    const { seq } = incident.state;
    expect(receipt({ state: 'DELIVERED' }, 1)).toEqual({ kind: 'unknown' });
    expect(
      incident.play({
        kind: 'receipt',
        notificationId: 'ntf_other',
        receipt: { provider: 'twilio', providerId: null, attempt: null, state: 'READ' },
      }),
    ).toEqual({ kind: 'unknown' });
    expect(incident.state.seq).toBe(seq);
  });
});

describe('a page that the budget of its number holds back', () => {
  it('fails with the reason, and the next method goes out at once', () => {
    const { incident, notificationId, stateOf } = paged();
    expect(
      incident.play({ kind: 'claim', notificationId, admission: { kind: 'held-back', reason: 'held back: too many' } }),
    ).toEqual({
      kind: 'settled',
    });
    expect(stateOf()).toBe('FAILED');
    expect(incident.logged).toContain('notification-held-back');
    expect(incident.pages()).toEqual(['ana voice']);
  });
});

describe('sending again by hand', () => {
  it('makes a new notification of its own wave', () => {
    const { incident, notificationId } = paged();
    incident.deliver('ana', { outcome: 'failed', error: 'busy' });
    incident.pages();
    const outcome = incident.play({ kind: 'resend', notificationId });
    expect(outcome).toMatchObject({ kind: 'resent', notificationId: expect.not.stringMatching(notificationId) });
    expect(incident.pages()).toEqual(['ana sms']);
    expect(incident.logged).toContain('notification-resent');
  });

  it('is refused while it is on its way, and once nobody is paged', () => {
    const { incident, notificationId } = paged();
    expect(incident.play({ kind: 'resend', notificationId })).toMatchObject({ failure: { code: 'conflict' } });
    incident.deliver('ana', { outcome: 'sent' });
    incident.acknowledge();
    expect(incident.play({ kind: 'resend', notificationId })).toMatchObject({
      failure: { code: 'conflict', message: expect.stringContaining('acknowledged') },
    });
    expect(incident.play({ kind: 'resend', notificationId: 'ntf_x' })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

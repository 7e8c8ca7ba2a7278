import { describe, expect, it } from 'vitest';
import { NO_PREFERENCES, type Preferences } from '../notification/preferences';
import { person, plan, policy, user } from '../plan/plan.testing';
import { START, story } from './story.testing';

// START is Monday 04:00 in Berlin, where everybody lives.
const HOUR = 3600;
const NIGHTS = {
  startTime: '22:00',
  endTime: '07:00',
  days: ['sunday' as const, 'monday' as const, 'tuesday' as const],
};
const with_ = (id: string, preferences: Partial<Preferences>, channels = ['email']) =>
  person(id, channels, { preferences: { ...NO_PREFERENCES, ...preferences } });
const steps = policy([
  [0, user('ana')],
  [300, user('bo')],
]);
const tell = (ana: ReturnType<typeof person>, urgency: 'HIGH' | 'MEDIUM' | 'LOW', more = {}) =>
  story(plan({ policy: { ...steps, ...more }, people: [ana, person('bo'), person('ada')] }), { urgency });

describe('quiet hours', () => {
  it('hold back a page of urgency MEDIUM until they end, say so, and the policy goes on meanwhile', () => {
    const incident = tell(with_('ana', { quietHours: NIGHTS }), 'MEDIUM');
    expect(incident.pages()).toEqual([]);
    expect(incident.logged).toEqual(['opened', 'notification-deferred', 'step-fired']);
    incident.pass(300);
    expect(incident.pages()).toEqual(['bo email']);
    incident.pass(3 * HOUR - 301);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('never hold back HIGH, also not when the urgency is raised in the night', () => {
    const incident = tell(with_('ana', { quietHours: NIGHTS }), 'HIGH');
    expect(incident.pages()).toEqual(['ana email']);
    const raised = tell(with_('ana', { quietHours: NIGHTS }), 'MEDIUM');
    expect(raised.pages()).toEqual([]);
    raised.alert('trigger', { urgency: 'HIGH' });
    expect(raised.pages()).toEqual(['ana email']);
  });

  it('make one page in the morning of all cycles of the night, and none once somebody has acknowledged', () => {
    const often = { repeat: 9, repeatAfterSeconds: 300 };
    const incident = tell(with_('ana', { quietHours: NIGHTS }), 'MEDIUM', often);
    incident.pass(2 * HOUR);
    incident.pages();
    incident.pass(HOUR);
    expect(incident.pages()).toEqual(['ana email']);
    const answered = tell(with_('ana', { quietHours: NIGHTS }), 'MEDIUM', often);
    answered.acknowledge();
    answered.pass(6 * HOUR);
    expect(answered.pages()).toEqual([]);
  });

  it('are not cut short because another method fails', () => {
    const evening = { ...NIGHTS, startTime: '04:01' };
    const ana = with_('ana', { quietHours: evening }, ['email', 'push']);
    const rules = [
      { urgency: 'MEDIUM' as const, methodId: 'ana-push', delaySeconds: 0 },
      { urgency: 'MEDIUM' as const, methodId: 'ana-email', delaySeconds: 120 },
    ];
    const incident = tell({ ...ana, rules }, 'MEDIUM');
    expect(incident.pages()).toEqual(['ana push']);
    incident.deliver('ana', { outcome: 'failed', cause: 'recipient', error: 'gone' });
    expect(incident.pages()).toEqual([]);
  });
});

describe('a muted service', () => {
  const mutes = [{ serviceId: 'svc_1', until: START + HOUR * 1000 }];

  it('passes the page on to the next step at once, and says why', () => {
    const incident = tell(with_('ana', { mutes }), 'LOW');
    expect(incident.pages()).toEqual(['bo email']);
    expect(incident.logged).toEqual(['opened', 'step-empty', 'step-fired']);
  });

  it('is not muted for HIGH, after its end, or for the last resort', () => {
    expect(tell(with_('ana', { mutes }), 'HIGH').pages()).toEqual(['ana email']);
    expect(tell(with_('ana', { mutes: [{ serviceId: 'svc_1', until: START }] }), 'LOW').pages()).toEqual(['ana email']);
    const alone = story(plan({ policy: policy([[0, user('ada')]]), people: [with_('ada', { mutes })] }), {
      urgency: 'LOW',
    });
    expect(alone.pages()).toEqual(['ada email']);
    expect(alone.logged).toContain('last-resort-paged');
  });
});

describe('a digest', () => {
  const lowDigest = { every: 'hour' as const };

  it('takes a page of urgency LOW once, by whatever methods, and sends none', () => {
    const incident = tell(with_('ana', { lowDigest }, ['email', 'slack']), 'LOW', {
      repeat: 2,
      repeatAfterSeconds: 60,
    });
    incident.pass(900);
    const items = incident.effects.flatMap((effect) => (effect.kind === 'digest' ? [effect.item] : []));
    expect(items.map(({ userId, dueAt }) => [userId, (dueAt - START) / 1000])).toEqual([['ana', HOUR]]);
    expect(incident.messages().filter((one) => one.startsWith('ana'))).toEqual(['ana email BUNDLED']);
    const sent = incident.effects.flatMap((effect) => (effect.kind === 'enqueue' ? [effect.notificationId] : []));
    expect(sent.every((id) => incident.state.notifications[id]?.userId !== 'ana')).toBe(true);
    expect(incident.logged).toContain('notification-digested');
  });

  it('is no matter of other urgencies', () => {
    expect(tell(with_('ana', { lowDigest }), 'MEDIUM').messages()).toEqual(['ana email PENDING']);
  });
});

import { describe, expect, it } from 'vitest';
import { person, plan, policy, user } from '../plan/plan.testing';
import { START, story } from './story.testing';

describe('a policy', () => {
  it('pages step 1 at once, and step 2 after its delay', () => {
    const incident = story(plan());
    expect(incident.pages()).toEqual(['ana email']);
    incident.pass(299);
    expect(incident.status).toBe('OPEN');
    incident.pass(1);
    expect(incident.pages()).toEqual(['bo email']);
    expect(incident.status).toBe('ESCALATED');
    expect(incident.logged.filter((kind) => kind === 'step-fired')).toHaveLength(2);
  });

  it('waits the delay of step 1, too', () => {
    const incident = story(plan({ policy: policy([[60, user('ana')]]) }));
    expect(incident.pages()).toEqual([]);
    incident.pass(60);
    expect(incident.pages()).toEqual(['ana email']);
    expect(incident.status).toBe('OPEN');
  });

  it('repeats its steps after a pause, then ends', () => {
    const incident = story(plan({ policy: policy([[0, user('ana')]], { repeat: 1, repeatAfterSeconds: 120 }) }));
    incident.pass(119);
    expect(incident.state.escalation).toMatchObject({ step: 1, cycle: 1 });
    incident.pass(1);
    expect(incident.state.escalation).toMatchObject({ step: 1, cycle: 2 });
    expect(incident.logged).not.toContain('policy-finished');
    incident.pass(120);
    expect(incident.logged).toContain('policy-finished');
    expect(incident.state.timers.step).toBeUndefined();
  });

  it('records an empty step and fires the next one at once, without its delay', () => {
    const people = [person('ana', ['email'], { status: 'DISABLED' }), person('bo')];
    const incident = story(plan({ people }));
    expect(incident.logged).toEqual(['opened', 'step-empty', 'step-fired']);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('pages the last resort after a pass that reached nobody, then every five minutes', () => {
    const people = [person('ana', []), person('bo', ['email!']), person('ada')];
    const incident = story(plan({ people }));
    expect(incident.pages()).toEqual(['ada email']);
    incident.pass(300);
    incident.pass(300);
    expect(incident.logged.filter((kind) => kind === 'last-resort-paged')).toHaveLength(3);
    incident.acknowledge();
    incident.pass(600);
    expect(incident.logged.filter((kind) => kind === 'last-resort-paged')).toHaveLength(3);
  });

  it("asks the policy's own last resort before the organisation's, and that before the admins", () => {
    const empty = policy([], { lastResort: [user('cy')] });
    expect(story(plan({ policy: empty, lastResort: [user('bo')] })).pages()).toEqual(['cy email']);
    expect(story(plan({ policy: policy([]), lastResort: [user('bo')] })).pages()).toEqual(['bo email']);
    expect(story(plan({ policy: policy([]) })).pages()).toEqual(['ada email']);
  });

  it('flags an incident whose last resort reaches nobody either, and keeps trying', () => {
    const incident = story(plan({ policy: policy([]), admins: [], people: [] }));
    expect(incident.state.nobodyPaged).toBe(true);
    expect(incident.logged).toContain('last-resort-empty');
    incident.replacePlan(plan());
    incident.pass(300);
    expect(incident.state.nobodyPaged).toBe(false);
    expect(incident.pages()).toEqual(['ada email']);
  });

  it('pages nobody where the service has no policy, and says so', () => {
    const incident = story(plan({ policy: null }));
    expect(incident.pages()).toEqual([]);
    expect(incident.state.nobodyPaged).toBe(true);
    expect(incident.logged).toEqual(['opened', 'nobody-paged']);
  });

  it('pages a person whom two targets of a step name once', () => {
    const teams = {
      team: {
        id: 'team',
        name: 'Payments',
        leadId: 'ana',
        members: [
          { userId: 'ana', receiveNotifications: true },
          { userId: 'bo', receiveNotifications: true },
          { userId: 'cy', receiveNotifications: false },
        ],
      },
    };
    const step = policy([[0, user('ana'), { kind: 'TEAM', id: 'team' }]]);
    expect(story(plan({ policy: step, teams })).pages()).toEqual(['ana email', 'bo email']);
    const lead = policy([[0, { kind: 'TEAM', id: 'team', leadOnly: true }]]);
    expect(story(plan({ policy: lead, teams })).pages()).toEqual(['ana email']);
  });

  it('keeps the steps it opened with when the policy is edited, and takes people as they are when a step fires', () => {
    const incident = story(plan());
    incident.replacePlan(plan({ policy: policy([[0, user('cy')]]), people: [person('ana'), person('bo', ['sms'])] }));
    incident.pass(300);
    expect(incident.pages()).toEqual(['ana email', 'bo sms']);
  });
});

describe('a ladder', () => {
  it('fires a person’s rules after their minutes, beside later steps, until the incident stops paging', () => {
    const rules = [
      { urgency: 'HIGH' as const, methodId: 'ana-slack', delaySeconds: 0 },
      { urgency: 'HIGH' as const, methodId: 'ana-sms', delaySeconds: 180 },
      { urgency: 'HIGH' as const, methodId: 'ana-email', delaySeconds: 420 },
    ];
    const incident = story(plan({ people: [person('ana', ['slack', 'sms', 'email'], { rules }), person('bo')] }));
    expect(incident.pages()).toEqual(['ana slack']);
    incident.deliver('ana', { outcome: 'sent' });
    incident.pass(180);
    expect(incident.pages()).toEqual(['ana sms']);
    incident.deliver('ana', { outcome: 'sent' });
    incident.pass(120);
    expect(incident.pages()).toEqual(['bo email']);
    incident.acknowledge();
    incident.pass(600);
    expect(incident.pages()).toEqual([]);
  });

  it('falls back to e-mail and push where the channels of a step leave nothing, and says so', () => {
    const slackOnly = policy([[0, user('ana')]]);
    const [step] = slackOnly.steps;
    if (step) step.channels = ['slack'];
    const incident = story(plan({ policy: slackOnly }));
    expect(incident.pages()).toEqual(['ana email']);
    expect(incident.logged).toContain('channels-widened');
  });

  it('uses the channels of the urgency by default, and never calls for LOW', () => {
    const everything = [person('ana', ['email', 'sms', 'voice', 'push', 'slack'])];
    const at = (urgency: 'HIGH' | 'MEDIUM' | 'LOW') => story(plan({ people: everything }), { urgency }).pages();
    expect(at('HIGH')).toEqual(['ana push', 'ana sms', 'ana email', 'ana slack', 'ana voice']);
    expect(at('MEDIUM')).toEqual(['ana email', 'ana push', 'ana slack']);
    expect(at('LOW')).toEqual(['ana email', 'ana slack']);
    expect(story(plan({ people: [person('ana', ['voice']), person('ada')] }), { urgency: 'LOW' }).pages()).toEqual([
      'ada email',
    ]);
  });
});

describe('what an incident records', () => {
  it('sets SLA times from its priority or urgency, and never rewrites the first acknowledgement', () => {
    const incident = story(plan());
    expect(incident.state.sla.ackDueAt).toBe(START + 5 * 60_000);
    incident.acknowledge();
    const first = incident.state.sla.firstAcknowledgedAt;
    incident.pass(1800);
    expect(incident.status).toBe('OPEN');
    incident.acknowledge();
    expect(incident.state.sla.firstAcknowledgedAt).toBe(first);
  });

  it('numbers its waves and never gives one id to two intents', () => {
    const incident = story(plan({ policy: policy([[0, user('ana')]], { repeat: 3, repeatAfterSeconds: 60 }) }));
    incident.pass(300);
    expect(incident.state.wave).toBe(4);
    expect(incident.pages()).toEqual(['ana email', 'ana email', 'ana email', 'ana email']);
  });
});

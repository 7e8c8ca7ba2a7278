import { describe, expect, it } from 'vitest';
import { person, plan, policy, user } from '../plan/plan.testing';
import type { EscalationPolicy, EscalationStep } from './policy';
import { START, story } from './story.testing';

const HOUR = 3600_000;

/** ana, then bo, then cy, five minutes apart, each step changed as told. */
function lanes(limits: Partial<EscalationStep>[], more: Partial<EscalationPolicy> = {}) {
  const three = policy(
    [
      [0, user('ana')],
      [300, user('bo')],
      [300, user('cy')],
    ],
    more,
  );
  return { ...three, steps: three.steps.map((step, index) => ({ ...step, ...limits[index] })) };
}

describe('a step for some urgencies', () => {
  it('is passed over at once for the others, and says why', () => {
    const incident = story(plan({ policy: lanes([{ urgencies: ['LOW'] }]) }));
    expect(incident.pages()).toEqual(['bo email']);
    expect(incident.logged).toEqual(['opened', 'step-skipped', 'step-fired']);
  });

  it('counts for the urgency that the incident has when it fires', () => {
    const incident = story(plan({ policy: lanes([{}, { urgencies: ['HIGH'] }]) }), { urgency: 'LOW' });
    expect(incident.pages()).toEqual(['ana email']);
    incident.alert('trigger', { urgency: 'HIGH' });
    incident.pages();
    incident.pass(300);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('leaves nobody unpaged: a policy without a step for the urgency goes to the last resort', () => {
    const onlyHigh = lanes([{ urgencies: ['HIGH'] }, { urgencies: ['HIGH'] }, { urgencies: ['HIGH'] }]);
    expect(story(plan({ policy: onlyHigh }), { urgency: 'LOW' }).pages()).toEqual(['ada email']);
  });
});

describe('a step for some hours', () => {
  // START is Monday 04:00 in Berlin.
  const office = {
    timezone: 'Europe/Berlin',
    days: ['monday' as const],
    startTime: '09:00',
    endTime: '17:00',
  };

  it('is passed over outside of them, and pages within', () => {
    const inside = lanes([{ hours: { ...office, when: 'inside' } }]);
    expect(story(plan({ policy: inside })).pages()).toEqual(['bo email']);
    const outside = lanes([{ hours: { ...office, when: 'outside' } }]);
    expect(story(plan({ policy: outside })).pages()).toEqual(['ana email']);
  });

  it('is asked when it fires, not when the incident opened', () => {
    const late = policy([
      [0, user('ana')],
      [6 * 3600, user('bo')],
    ]);
    const steps = late.steps.map((step, index) =>
      index === 1 ? { ...step, hours: { ...office, when: 'inside' as const } } : step,
    );
    const incident = story(plan({ policy: { ...late, steps } }));
    incident.pages();
    incident.pass(6 * 3600);
    expect(incident.pages()).toEqual(['bo email']);
  });
});

describe('a step that takes turns', () => {
  const turns = (repeat: number) => ({
    ...policy([[0, user('ana'), user('bo'), user('cy')]], { repeat, repeatAfterSeconds: 60 }),
  });
  const taking = (repeat = 0) => {
    const base = turns(repeat);
    return { ...base, steps: base.steps.map((step) => ({ ...step, roundRobin: true })) };
  };

  it('pages one of its people, and the next one with each cycle', () => {
    const incident = story(plan({ policy: taking(2) }));
    const first = incident.pages();
    expect(first).toHaveLength(1);
    incident.pass(60);
    const second = incident.pages();
    incident.pass(60);
    const third = incident.pages();
    expect(new Set([...first, ...second, ...third]).size).toBe(3);
  });

  it('skips whoever cannot be reached', () => {
    const people = [person('ana', []), person('bo'), person('cy', ['email!']), person('ada')];
    expect(story(plan({ policy: taking(), people })).pages()).toEqual(['bo email']);
  });
});

describe('when the policy has run out', () => {
  const short = (more: Partial<EscalationPolicy>) => policy([[0, user('ana')]], { repeatAfterSeconds: 60, ...more });

  it('it starts again for as long as nobody answers, where it says so', () => {
    const incident = story(plan({ policy: short({ endAction: 'repeat' }) }));
    incident.pass(600);
    expect(incident.state.escalation.cycle).toBe(11);
    incident.acknowledge();
    incident.pass(600);
    expect(incident.state.escalation.cycle).toBe(11);
  });

  it('the last resort is paged every five minutes, where it says so', () => {
    const incident = story(plan({ policy: short({ endAction: 'last-resort' }) }));
    incident.pages();
    incident.pass(60);
    expect(incident.logged).toContain('policy-finished');
    expect(incident.pages()).toEqual(['ada email']);
    incident.pass(300);
    expect(incident.pages()).toEqual(['ada email']);
  });
});

describe('a paused escalation', () => {
  it('pages nobody further, and goes on with what was left of each wait', () => {
    const incident = story(plan({ policy: lanes([]) }));
    incident.pages();
    incident.pass(100);
    incident.command({ verb: 'pause', until: START + HOUR, reason: 'on it' });
    incident.pass(900);
    expect(incident.pages()).toEqual([]);
    incident.command({ verb: 'resume' });
    incident.pass(199);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('ends by itself: no page is forgotten', () => {
    const incident = story(plan({ policy: lanes([]) }));
    incident.pages();
    incident.command({ verb: 'pause', until: START + HOUR, reason: null });
    incident.pass(3600);
    expect(incident.logged).toContain('resumed');
    incident.pass(300);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('paused again only moves its end', () => {
    const incident = story(plan({ policy: lanes([]) }));
    incident.pages();
    incident.command({ verb: 'pause', until: START + HOUR, reason: null });
    incident.command({ verb: 'pause', until: START + 2 * HOUR, reason: null });
    incident.pass(2 * 3600 + 300);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('is over once somebody acknowledges', () => {
    const incident = story(plan({ policy: lanes([]) }));
    incident.command({ verb: 'pause', until: START + HOUR, reason: null });
    incident.acknowledge();
    expect(incident.state.paused).toBeNull();
    incident.pass(1200);
    expect(incident.logged).not.toContain('resumed');
    expect(incident.command({ verb: 'resume' }).kind).toBe('refused');
  });
});

import { describe, expect, it } from 'vitest';
import { person, plan, policy, user } from '../plan/plan.testing';
import { MINUTE } from '../shared/time';
import { START, story } from './story.testing';

// Lines of the decided semantics that no other file tells as a story; docs/semantics-tests.md says where each one stands.

describe('a step that reaches nobody (2)', () => {
  const lead = { kind: 'TEAM' as const, id: 'team', leadOnly: true };
  const team = { kind: 'TEAM' as const, id: 'team' };
  const schedule = { kind: 'SCHEDULE' as const, id: 'sch' };
  const empty = { id: 'team', name: 'Payments', leadId: null, members: [] };
  const nobody = { id: 'sch', name: 'Nights', schedule: { timezone: 'UTC', layers: [], overrides: [] } as never };

  it.each([
    ['a team without members', team, []],
    ['a team without a lead', lead, []],
    ['a schedule with nobody on call', schedule, []],
    ['somebody who is gone', user('zoe'), []],
    ['somebody invited', user('ina'), [person('ina', ['email'], { status: 'INVITED' })]],
    ['somebody disabled', user('dee'), [person('dee', ['email'], { status: 'DISABLED' })]],
    ['somebody without a usable method', user('una'), [person('una', ['email!'])]],
  ])('%s: it is recorded, and the next one fires at once without its delay', (_, target, more) => {
    const incident = story(
      plan({
        people: [person('bo'), ...more],
        teams: { team: empty },
        schedules: { sch: nobody },
        policy: policy([
          [0, target],
          [300, user('bo')],
        ]),
      }),
    );
    expect(incident.logged).toEqual(['opened', 'step-empty', 'step-fired']);
    expect(incident.pages()).toEqual(['bo email']);
  });
});

describe('a trigger on an open key (9)', () => {
  it('of lower urgency changes nothing but the count', () => {
    const incident = story(plan(), { urgency: 'HIGH' });
    incident.pages();
    incident.alert('trigger', { urgency: 'LOW' });
    expect(incident.state.urgency).toBe('HIGH');
    expect(incident.pages()).toEqual([]);
    expect(Object.values(incident.state.alerts)[0]?.count).toBe(2);
  });

  it.each(['SNOOZED', 'ACKNOWLEDGED'] as const)('does not page while it is %s', (status) => {
    const incident = story(plan());
    if (status === 'ACKNOWLEDGED') incident.acknowledge();
    else incident.command({ verb: 'snooze', until: START + 60 * MINUTE, reason: null });
    incident.pages();
    incident.alert('trigger');
    incident.pass(120);
    expect(incident.status).toBe(status);
    expect(incident.pages()).toEqual([]);
  });
});

describe('a page that its queue gave up on (4)', () => {
  it('has the person’s next method out at once', () => {
    const rules = [
      { urgency: 'HIGH' as const, methodId: 'ana-slack', delaySeconds: 0 },
      { urgency: 'HIGH' as const, methodId: 'ana-email', delaySeconds: 600 },
    ];
    const incident = story(plan({ people: [person('ana', ['slack', 'email'], { rules }), person('bo')] }));
    expect(incident.pages()).toEqual(['ana slack']);
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.play({ kind: 'dead-letter', notificationId, error: 'too many tries' });
    expect(incident.pages()).toEqual(['ana email']);
  });
});

describe('reassigning (13)', () => {
  const to = { kind: 'USER' as const, id: 'cy', name: 'Cy' };

  it('pauses the policy while the assignee’s ladder runs, and starts it at step 1 when they do not answer', () => {
    const settings = { acknowledgementTimeoutSeconds: { HIGH: 600, MEDIUM: null, LOW: null } };
    const incident = story(plan({ settings }));
    incident.pages();
    incident.command({ verb: 'reassign', to, people: [], team: null });
    expect(incident.pages()).toEqual(['cy email']);
    incident.pass(599);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('to somebody who cannot be reached starts the policy at step 1 at once', () => {
    const people = [person('ana'), person('bo'), person('cy', [])];
    const incident = story(plan({ people }));
    incident.pages();
    incident.command({ verb: 'reassign', to, people: [], team: null });
    expect(incident.logged).toContain('assignment-lapsed');
    expect(incident.pages()).toEqual(['ana email']);
  });
});

describe('a note (16)', () => {
  it('is a line of the logbook through the machine, and changes nothing else', () => {
    const incident = story(plan());
    const { seq, ...before } = incident.state;
    incident.play({ kind: 'note', noteId: 'note_1', excerpt: 'Looking' });
    expect(incident.timeline.map(({ kind }) => kind)).toEqual(['note-added']);
    expect(incident.state).toEqual({ ...before, seq: seq + 1 });
  });
});

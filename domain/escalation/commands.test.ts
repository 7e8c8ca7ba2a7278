import { describe, expect, it } from 'vitest';
import { person, plan } from '../plan/plan.testing';
import { START, story } from './story.testing';

describe('what people do', () => {
  it('stops every page that no sender has claimed when somebody acknowledges', () => {
    const incident = story(plan({ people: [person('ana', ['email', 'sms']), person('bo')] }));
    incident.deliver('ana', { outcome: 'sent' });
    incident.acknowledge();
    expect(incident.messages().toSorted()).toEqual(['ana email SENT', 'ana sms CANCELLED'].toSorted());
    incident.pass(1000);
    expect(incident.pages().filter((page) => page.startsWith('bo'))).toEqual([]);
  });

  it('makes the person who acknowledges the assignee', () => {
    const incident = story(plan());
    incident.acknowledge();
    expect(incident.state.assignee).toEqual({ kind: 'USER', id: 'ana', name: 'Ana' });
  });

  it('escalates by hand to the next step, to a named one, and after the last to the last resort', () => {
    const incident = story(plan());
    incident.pages();
    incident.command({ verb: 'escalate', step: null });
    expect(incident.pages()).toEqual(['bo email']);
    incident.command({ verb: 'escalate', step: 1 });
    expect(incident.pages()).toEqual(['ana email']);
    incident.command({ verb: 'escalate', step: 2 });
    incident.pages();
    incident.command({ verb: 'escalate', step: null });
    expect(incident.pages()).toEqual(['ada email']);
    expect(incident.command({ verb: 'escalate', step: 3 })).toMatchObject({ kind: 'refused' });
  });

  it('keeps the time of the acknowledgement when an acknowledged incident is escalated by hand', () => {
    const incident = story(plan());
    incident.acknowledge();
    incident.command({ verb: 'escalate', step: null });
    expect(incident.status).toBe('ESCALATED');
    expect(incident.state.acknowledgedAt).toBe(START);
  });

  it('tells everyone who was paged when it is resolved, and nobody else', () => {
    const incident = story(plan());
    incident.deliver('ana', { outcome: 'sent' });
    incident.alert('resolve');
    expect(incident.notices()).toEqual(['ana email']);
    expect(incident.effects).toContainEqual({ kind: 'release', inbox: 'inbox1', dedupKey: 'disk' });
  });

  it('pages again when the urgency is raised: the step again, the assignee, or out of a snooze', () => {
    const open = story(plan(), { urgency: 'LOW' });
    open.pages();
    open.alert('trigger', { urgency: 'HIGH' });
    expect(open.pages()).toEqual(['ana email']);
    const taken = story(plan(), { urgency: 'LOW' });
    taken.command({ verb: 'acknowledge', assignee: { kind: 'USER', id: 'bo', name: 'Bo' } });
    taken.pages();
    taken.alert('trigger', { urgency: 'HIGH' });
    expect(taken.pages()).toEqual(['bo email']);
    expect(taken.status).toBe('ACKNOWLEDGED');
    const snoozed = story(plan(), { urgency: 'LOW' });
    snoozed.command({ verb: 'snooze', until: START + 3600_000, reason: null });
    snoozed.pages();
    snoozed.alert('trigger', { urgency: 'MEDIUM' });
    expect(snoozed.status).toBe('OPEN');
    expect(snoozed.pages()).toEqual(['ana email']);
    open.alert('trigger', { urgency: 'LOW' });
    expect(open.state.urgency).toBe('HIGH');
  });

  it('resolves an incident of several alerts when the last of them has', () => {
    const incident = story(plan());
    incident.alert('trigger', { dedupKey: 'cpu', title: 'CPU hot' });
    incident.alert('resolve', { dedupKey: 'cpu' });
    expect(incident.status).toBe('OPEN');
    incident.alert('resolve', { dedupKey: 'disk' });
    expect(incident.status).toBe('RESOLVED');
  });

  it('pages an assignee outside the service’s plan with what the command brings along', () => {
    const incident = story(plan());
    incident.pages();
    const to = { kind: 'USER' as const, id: 'eve', name: 'Eve' };
    incident.command({ verb: 'reassign', to, people: [person('eve', ['sms'])], team: null });
    expect(incident.pages()).toEqual(['eve sms']);
  });
});

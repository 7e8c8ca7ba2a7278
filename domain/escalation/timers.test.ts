import { describe, expect, it } from 'vitest';
import { plan } from '../plan/plan.testing';
import { START, story } from './story.testing';

const toCy = { verb: 'reassign' as const, to: { kind: 'USER' as const, id: 'cy', name: 'Cy' }, people: [], team: null };

describe('the timers of an incident', () => {
  it('ends a snooze by itself: open, and paging from step 1 as a new wave', () => {
    const incident = story(plan());
    incident.command({ verb: 'snooze', until: START + 3600_000, reason: null });
    incident.pages();
    incident.pass(3600);
    expect(incident.logged).toContain('snooze-ended');
    expect(incident.state.snoozedUntil).toBeNull();
    expect(incident.pages()).toEqual(['ana email']);
    expect(incident.state.escalation.step).toBe(1);
  });

  it('lets an acknowledgement lapse: the assignee is paged first, the policy from step 1 after its pause', () => {
    const incident = story(plan());
    incident.pages();
    incident.command({ verb: 'acknowledge', assignee: { kind: 'USER', id: 'bo', name: 'Bo' } });
    incident.pass(30 * 60);
    expect(incident.status).toBe('OPEN');
    expect(incident.pages()).toEqual(['bo email']);
    incident.pass(299);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('starts the policy at once when the assignee of a lapsed acknowledgement cannot be reached', () => {
    const incident = story(plan());
    incident.pages();
    incident.command({ verb: 'acknowledge', assignee: { kind: 'USER', id: 'gone', name: 'Gone' } });
    incident.pass(30 * 60);
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('has no acknowledgement timeout for MEDIUM and LOW unless the service sets one', () => {
    const incident = story(plan(), { urgency: 'MEDIUM' });
    incident.acknowledge();
    incident.pass(48 * 3600);
    expect(incident.status).toBe('ACKNOWLEDGED');
  });

  it('gives an assignee five minutes where there is no acknowledgement timeout, then starts the policy', () => {
    const incident = story(plan(), { urgency: 'LOW' });
    incident.pages();
    incident.command(toCy);
    expect(incident.pages()).toEqual(['cy email']);
    incident.pass(299);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.logged).toContain('assignment-lapsed');
    expect(incident.pages()).toEqual(['ana email']);
  });
});

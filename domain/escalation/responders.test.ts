import { describe, expect, it } from 'vitest';
import { person, plan } from '../plan/plan.testing';
import { story } from './story.testing';

const ask = (...ids: string[]) => ({
  verb: 'responders' as const,
  to: ids.map((id) => ({ kind: 'USER' as const, id, name: id })),
  people: [] as ReturnType<typeof person>[],
  teams: [],
  message: 'the database',
});
const CY = { actor: { kind: 'user' as const, id: 'cy', name: 'Cy' }, origin: 'web' as const };

describe('asking people to help', () => {
  it('pages them at once beside the policy, and leaves the incident whose it is', () => {
    const incident = story(plan());
    incident.pages();
    incident.command(ask('cy'));
    expect(incident.pages()).toEqual(['cy email']);
    expect(incident.state.assignee).toBeNull();
    incident.pass(300);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('reaches people outside of the service’s plan', () => {
    const incident = story(plan());
    incident.pages();
    incident.command({ ...ask('eve'), people: [person('eve', ['sms'])] });
    expect(incident.pages()).toEqual(['eve sms']);
  });

  it('works on an acknowledged incident, where whoever was asked joins by acknowledging', () => {
    const rules = [{ urgency: 'HIGH' as const, methodId: 'cy-email', delaySeconds: 120 }];
    const people = [person('ana'), person('bo'), person('cy', ['email'], { rules }), person('ada')];
    const incident = story(plan({ people }));
    incident.acknowledge();
    incident.command(ask('cy'));
    const joined = incident.play({ kind: 'command', command: { verb: 'acknowledge', assignee: null } }, CY);
    expect(joined).toEqual({ kind: 'applied' });
    expect(incident.state.assignee?.id).toBe('ana');
    expect(incident.state.responders).toMatchObject([{ userId: 'cy', joinedAt: expect.any(Number) }]);
    incident.pass(300);
    expect(incident.pages()).not.toContain('cy email');
    expect(incident.play({ kind: 'command', command: { verb: 'acknowledge', assignee: null } }, CY)).toEqual({
      kind: 'unchanged',
    });
  });

  it('says at once when nobody of them can be reached, and changes nothing', () => {
    const incident = story(plan({ people: [person('ana'), person('cy', []), person('ada')] }));
    const before = incident.state;
    expect(incident.command(ask('cy'))).toMatchObject({ kind: 'refused', failure: { code: 'conflict' } });
    expect(incident.state).toEqual(before);
  });
});

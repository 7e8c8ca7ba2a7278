import { describe, expect, it } from 'vitest';
import { plan } from '../plan/plan.testing';
import { START, story } from './story.testing';

const logged = (incident: ReturnType<typeof story>) =>
  incident.timeline.filter(({ kind }) => kind.endsWith('-changed') || kind.startsWith('urgency-'));

describe('an edit', () => {
  it('changes what differs, a line each under the name of whoever asked', () => {
    const incident = story(plan());
    incident.play({
      kind: 'edit',
      to: { title: 'Disk of db-1 is full', priority: 'P2', urgency: 'LOW', visibility: 'PUBLIC' },
    });
    expect(incident.state).toMatchObject({ title: 'Disk of db-1 is full', priority: 'P2', urgency: 'LOW' });
    expect(logged(incident).map(({ kind }) => kind)).toEqual(['title-changed', 'priority-changed', 'urgency-lowered']);
  });

  it('is no change where nothing differs', () => {
    const incident = story(plan());
    const before = incident.state;
    const outcome = incident.play({ kind: 'edit', to: { priority: null, urgency: before.urgency } });
    expect(outcome).toEqual({ kind: 'unchanged' });
    expect(incident.state).toEqual(before);
  });

  it('pages again when it raises the urgency, and wakes a snooze', () => {
    const incident = story(plan(), { urgency: 'LOW' });
    incident.command({ verb: 'snooze', until: START + 3_600_000, reason: null });
    const wave = incident.state.wave;
    incident.play({ kind: 'edit', to: { urgency: 'HIGH' } });
    expect(incident.state.status).toBe('OPEN');
    expect(incident.state.wave).toBeGreaterThan(wave);
    expect(logged(incident)[0]?.actor.kind).toBe('user');
  });

  it('never rewrites when it was first acknowledged and resolved, and leaves the urgency of what is over', () => {
    const incident = story(plan());
    incident.acknowledge();
    incident.command({ verb: 'resolve', note: null });
    const { sla } = incident.state;
    expect(incident.play({ kind: 'edit', to: { urgency: 'LOW' } }).kind).toBe('refused');
    incident.play({ kind: 'edit', to: { priority: 'P1', visibility: 'PRIVATE' } });
    expect(incident.state.sla).toEqual(sla);
  });
});

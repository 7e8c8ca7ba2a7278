import { describe, expect, it } from 'vitest';
import type { Hold } from '../alert/hold';
import { plan } from '../plan/plan.testing';
import { open } from './machine';
import { START, signal, story } from './story.testing';

const BY = { actor: { kind: 'integration' as const, id: 'int_1', name: 'Alertmanager' }, origin: 'webhook' as const };

function held(hold: Partial<Hold>) {
  const incident = story(plan());
  const opening = { description: null, urgency: null, priority: null, visibility: 'PUBLIC' as const, assignee: null };
  const full: Hold = { seconds: null, more: null, reason: 'the service wants it so', ...hold };
  incident.begin(open({ id: 'inc_2', signal: signal(), ...opening, hold: full }, plan(), START, BY));
  return incident;
}

describe('an incident that is held back', () => {
  it('pages when it still burns after the time, from step 1', () => {
    const incident = held({ seconds: 120 });
    expect(incident.status).toBe('SUPPRESSED');
    incident.pass(119);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.status).toBe('OPEN');
    expect(incident.pages()).toEqual(['ana email']);
    expect(incident.logged).toEqual(['opened', 'held-back', 'hold-back-ended', 'step-fired']);
  });

  it('that is over before pages nobody', () => {
    const incident = held({ seconds: 120 });
    incident.alert('resolve');
    incident.pass(3600);
    expect(incident.status).toBe('RESOLVED');
    expect(incident.pages()).toEqual([]);
  });

  it('pages at once when more events come within the minutes, and not by those that lie before', () => {
    const incident = held({ more: { than: 3, minutes: 5 } });
    incident.pass(299);
    incident.alert('trigger', { count: 2 });
    expect(incident.status).toBe('SUPPRESSED');
    incident.pass(2);
    incident.alert('trigger', { count: 1 });
    expect(incident.status).toBe('SUPPRESSED');
    incident.alert('trigger', { count: 1 });
    expect(incident.status).toBe('OPEN');
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('pages when a person says so, and its wait is forgotten', () => {
    const incident = held({ seconds: 120 });
    incident.command({ verb: 'unsuppress' });
    expect(incident.pages()).toEqual(['ana email']);
    incident.acknowledge();
    incident.pass(600);
    expect(incident.status).toBe('ACKNOWLEDGED');
    expect(incident.state.holdBack).toBeNull();
  });

  it('a key that flaps is held also where it opens its closed incident again', () => {
    const incident = story(plan());
    incident.pages();
    incident.alert('resolve');
    const hold: Hold = { seconds: 600, more: null, reason: 'it flaps' };
    expect(incident.alert('trigger', { reopens: true, hold }).kind).toBe('absorbed');
    expect(incident.status).toBe('SUPPRESSED');
    incident.pass(600);
    expect(incident.status).toBe('OPEN');
    expect(incident.pages()).toEqual(['ana email']);
  });
});

describe('an incident that nothing is heard of', () => {
  const quiet = plan({
    settings: { autoResolveHours: 2, acknowledgementTimeoutSeconds: { HIGH: null, MEDIUM: null, LOW: null } },
  });
  const HOURS = 3600;

  it('resolves by itself after the hours, counted from what was heard last', () => {
    const incident = story(quiet);
    incident.pass(1.5 * HOURS);
    incident.alert('trigger');
    incident.pass(1.9 * HOURS);
    expect(incident.status).not.toBe('RESOLVED');
    incident.pass(0.1 * HOURS);
    expect(incident.status).toBe('RESOLVED');
    expect(incident.timeline.find(({ kind }) => kind === 'resolved')?.detail).toEqual({
      reason: 'nothing was heard of it for 2 h',
    });
  });

  it('waits while it is snoozed, and never does where the service does not say so', () => {
    const incident = story(quiet);
    incident.command({ verb: 'snooze', until: START + 10 * HOURS * 1000, reason: null });
    incident.pass(9 * HOURS);
    expect(incident.status).toBe('SNOOZED');
    const other = story(plan());
    other.pass(72 * HOURS);
    expect(other.status).not.toBe('RESOLVED');
  });
});

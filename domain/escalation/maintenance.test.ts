import { describe, expect, it } from 'vitest';
import type { PlanWindow } from '../maintenance/window';
import type { PagingPlan } from '../plan/plan';
import { plan, policy, user } from '../plan/plan.testing';
import { MINUTE } from '../shared/time';
import { START, story } from './story.testing';

/** A window of the plan's service, in minutes from START. */
const window = (from: number, to: number, more: Partial<PlanWindow> = {}): PlanWindow => ({
  id: `mwn_${from}`,
  name: 'Database upgrade',
  labels: {},
  timezone: 'UTC',
  startAt: START + from * MINUTE,
  endAt: START + to * MINUTE,
  repeat: null,
  endedAt: null,
  ...more,
});
const during = (...maintenance: PlanWindow[]): PagingPlan => plan({ maintenance });
const minutes = (at: number | null): number | null => at && (at - START) / MINUTE;

describe('an alert in a maintenance window', () => {
  it('opens suppressed, says until when, and pages nobody', () => {
    const incident = story(during(window(-10, 60)));
    expect(incident.status).toBe('SUPPRESSED');
    expect(incident.timeline.find(({ kind }) => kind === 'suppressed')?.detail).toMatchObject({
      window: 'Database upgrade',
      until: START + 60 * MINUTE,
    });
    incident.pass(59 * 60);
    expect(incident.pages()).toEqual([]);
  });

  it('pages from step 1 at the end of the window if it still burns', () => {
    const incident = story(during(window(-10, 60)));
    incident.pass(60 * 60);
    expect(incident.status).toBe('OPEN');
    expect(incident.logged.slice(-2)).toEqual(['unsuppressed', 'step-fired']);
    expect(incident.pages()).toEqual(['ana email']);
    incident.pass(300);
    expect(incident.pages()).toEqual(['bo email']);
  });

  it('resolves quietly when it is over before that', () => {
    const incident = story(during(window(-10, 60)));
    incident.pass(600);
    incident.alert('resolve');
    incident.pass(60 * 60);
    expect(incident.status).toBe('RESOLVED');
    expect(incident.pages()).toEqual([]);
    expect(incident.state.timers).toEqual({});
  });

  it('waits for the last of windows that follow on each other', () => {
    const incident = story(during(window(-10, 60), window(50, 90)));
    incident.pass(89 * 60);
    expect(incident.pages()).toEqual([]);
    incident.pass(60);
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('is held only by a window that takes its labels', () => {
    expect(story(during(window(-1, 60, { labels: { host: 'db-2' } }))).pages()).toEqual(['ana email']);
    expect(story(during(window(-1, 60, { labels: { host: 'db-1' } }))).pages()).toEqual([]);
  });

  it('declared by hand pages all the same', () => {
    expect(story(during(window(-1, 60)), { inbox: 'service:svc_1' }).pages()).toEqual(['ana email']);
  });

  it('joined by one that no window takes pages at once', () => {
    const incident = story(during(window(-1, 60, { labels: { host: 'db-1' } })));
    incident.alert('trigger', { dedupKey: 'other', labels: { host: 'web-1' } });
    expect(incident.pages()).toEqual(['ana email']);
    expect(incident.status).toBe('OPEN');
  });

  it('pages during the window when somebody asks for it by hand, and is not held again', () => {
    const incident = story(during(window(-10, 60)));
    incident.command({ verb: 'unsuppress' });
    expect(incident.pages()).toEqual(['ana email']);
    incident.pass(300);
    expect(incident.pages()).toEqual(['bo email']);
    expect(incident.status).toBe('ESCALATED');
  });

  it('pages as soon as the window is ended or deleted', () => {
    const incident = story(during(window(-10, 60)));
    incident.pass(300);
    incident.replacePlan(plan());
    expect(incident.play({ kind: 'maintenance' })).toEqual({ kind: 'applied' });
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('notices an end that it was not told of within a quarter of an hour', () => {
    const incident = story(during(window(-10, 60)));
    incident.replacePlan(plan());
    incident.pass(15 * 60);
    expect(incident.pages()).toEqual(['ana email']);
  });
});

describe('a window that begins while an incident is open', () => {
  it('holds its further pages until it ends', () => {
    const incident = story(during(window(2, 60)));
    expect(incident.pages()).toEqual(['ana email']);
    incident.pass(59 * 60);
    expect(incident.pages()).toEqual([]);
    expect(incident.status).toBe('SUPPRESSED');
    incident.pass(60);
    expect(incident.pages()).toEqual(['ana email']);
  });

  it('leaves an acknowledged incident to whoever works on it', () => {
    const incident = story(during(window(2, 20)));
    incident.acknowledge();
    incident.pages();
    incident.pass(10 * 60);
    incident.alert('trigger', { urgency: 'HIGH' });
    incident.pass(15 * 60);
    expect(incident.status).toBe('ACKNOWLEDGED');
    expect(incident.logged).toEqual(expect.arrayContaining(['maintenance-began', 'maintenance-ended']));
    expect(incident.pages()).toEqual([]);
  });

  it('holds an acknowledgement that lapses, and pages at its end', () => {
    const incident = story(during(window(2, 60)));
    incident.acknowledge();
    incident.pages();
    incident.pass(31 * 60);
    expect([incident.status, incident.pages()]).toEqual(['SUPPRESSED', []]);
    incident.pass(30 * 60);
    expect([incident.status, incident.pages()]).toEqual(['OPEN', ['ana email']]);
  });

  it('holds what a snooze would wake', () => {
    const incident = story(during(window(2, 60)));
    incident.pages();
    incident.command({ verb: 'snooze', until: START + 30 * MINUTE, reason: null });
    incident.pass(31 * 60);
    expect([incident.status, incident.pages()]).toEqual(['SUPPRESSED', []]);
  });

  it('does not open what was suppressed by hand', () => {
    const incident = story(during(window(2, 20)));
    incident.command({ verb: 'suppress', reason: 'noise' });
    incident.pages();
    incident.pass(60 * 60);
    expect([incident.status, incident.pages()]).toEqual(['SUPPRESSED', []]);
  });
});

describe('the SLA clock in maintenance', () => {
  // HIGH: to be acknowledged within 5 minutes, resolved within 60.
  const due = (incident: ReturnType<typeof story>) => {
    const { ackDueAt, resolveDueAt } = incident.state.sla;
    return [minutes(ackDueAt), minutes(resolveDueAt)];
  };

  it('stands: due dates move by the length of the window', () => {
    const incident = story(during(window(-10, 30)));
    expect(due(incident)).toEqual([35, 90]);
    incident.pass(40 * 60);
    expect(due(incident)).toEqual([35, 90]);
  });

  it('moves by what has passed when the window ends early', () => {
    const incident = story(during(window(-10, 30)));
    incident.pass(600);
    incident.replacePlan(plan());
    incident.play({ kind: 'maintenance' });
    expect(due(incident)).toEqual([15, 70]);
  });

  it('leaves alone what was missed or answered before', () => {
    const missed = story(during(window(10, 30)));
    missed.pass(40 * 60);
    expect(due(missed)).toEqual([5, 80]);
    const answered = story(during(window(2, 30)));
    answered.pass(60);
    answered.acknowledge();
    answered.pass(40 * 60);
    expect(due(answered)).toEqual([5, 88]);
  });

  it('counts a resolve in the window as in time', () => {
    const incident = story(during(window(-10, 120)));
    incident.pass(100 * 60);
    incident.alert('resolve');
    const { resolveDueAt, firstResolvedAt } = incident.state.sla;
    expect([minutes(resolveDueAt), minutes(firstResolvedAt)]).toEqual([160, 100]);
  });
});

it('pages as ever where the plan has no windows', () => {
  const incident = story(plan({ policy: policy([[0, user('ana')]]) }));
  expect(incident.pages()).toEqual(['ana email']);
  expect(incident.state.timers.maintenance).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { INCIDENT_STATUSES, type IncidentStatus } from '../incident/incident';
import { VERBS, type Verb } from '../incident/lifecycle';
import { person, plan, policy, user } from '../plan/plan.testing';
import type { Command } from './commands';
import { START, story } from './story.testing';

type Story = ReturnType<typeof story>;
const HOUR = 3600_000;

const command: Record<Verb, Command> = {
  acknowledge: { verb: 'acknowledge', assignee: null },
  resolve: { verb: 'resolve', note: null },
  snooze: { verb: 'snooze', until: START + 6 * HOUR, reason: null },
  unsnooze: { verb: 'unsnooze' },
  escalate: { verb: 'escalate', step: null },
  reassign: { verb: 'reassign', to: { kind: 'USER', id: 'cy', name: 'Cy' }, people: [], team: null },
  reopen: { verb: 'reopen', reason: null },
  suppress: { verb: 'suppress', reason: null },
  unsuppress: { verb: 'unsuppress' },
};

/** How an incident gets into each status. */
const reach: Record<IncidentStatus, (incident: Story) => unknown> = {
  OPEN: () => undefined,
  ESCALATED: (incident) => incident.pass(300),
  ACKNOWLEDGED: (incident) => incident.acknowledge(),
  SNOOZED: (incident) => incident.command({ verb: 'snooze', until: START + HOUR, reason: null }),
  SUPPRESSED: (incident) => incident.command({ verb: 'suppress', reason: null }),
  RESOLVED: (incident) => incident.command({ verb: 'resolve', note: null }),
};

function inStatus(status: IncidentStatus): Story {
  const incident = story(plan());
  reach[status](incident);
  expect(incident.status).toBe(status);
  incident.pages();
  return incident;
}

const same = '=';
const no = '409';
type Cell = IncidentStatus | typeof same | typeof no;

/** The lifecycle (mission, SEMANTICS 8): the status afterwards, `=` for unchanged, `409` for refused. */
const afterVerb: Record<IncidentStatus, Record<Verb, Cell>> = {
  OPEN: {
    acknowledge: 'ACKNOWLEDGED',
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: same,
    escalate: 'ESCALATED',
    reassign: 'OPEN',
    reopen: same,
    suppress: 'SUPPRESSED',
    unsuppress: same,
  },
  ESCALATED: {
    acknowledge: 'ACKNOWLEDGED',
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: no,
    escalate: 'ESCALATED',
    reassign: 'ESCALATED',
    reopen: no,
    suppress: 'SUPPRESSED',
    unsuppress: no,
  },
  ACKNOWLEDGED: {
    acknowledge: same,
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: no,
    escalate: 'ESCALATED',
    reassign: 'ESCALATED',
    reopen: no,
    suppress: no,
    unsuppress: no,
  },
  SNOOZED: {
    acknowledge: no,
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: 'OPEN',
    escalate: no,
    reassign: 'SNOOZED',
    reopen: no,
    suppress: no,
    unsuppress: no,
  },
  SUPPRESSED: {
    acknowledge: no,
    resolve: 'RESOLVED',
    snooze: no,
    unsnooze: no,
    escalate: no,
    reassign: 'SUPPRESSED',
    reopen: no,
    suppress: same,
    unsuppress: 'OPEN',
  },
  RESOLVED: {
    acknowledge: no,
    resolve: same,
    snooze: no,
    unsnooze: no,
    escalate: no,
    reassign: no,
    reopen: 'OPEN',
    suppress: no,
    unsuppress: no,
  },
};

describe.each(INCIDENT_STATUSES)('an incident that is %s', (status) => {
  it.each(VERBS)('answers %s as the lifecycle says', (verb) => {
    const incident = inStatus(status);
    const before = incident.state;
    const outcome = incident.command(command[verb]);
    const expected = afterVerb[status][verb];
    if (expected === no) {
      expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'conflict', detail: { status } } });
      expect(incident.state).toEqual(before);
    } else if (expected === same) {
      expect(outcome).toEqual({ kind: 'unchanged' });
      expect(incident.state).toEqual(before);
    } else {
      expect(outcome).toEqual({ kind: 'applied' });
      expect(incident.status).toBe(expected);
      expect(incident.timeline.at(0)?.actor.name).toBeDefined();
    }
  });

  it('counts a repeated trigger without paging, unless it has closed', () => {
    const incident = inStatus(status);
    const outcome = incident.alert('trigger', { count: 3 });
    expect(incident.pages()).toEqual([]);
    expect(outcome.kind).toBe(status === 'RESOLVED' ? 'closed' : 'absorbed');
    const [alert] = Object.values(incident.state.alerts);
    expect(alert?.count).toBe(status === 'RESOLVED' ? 1 : 4);
    expect(incident.status).toBe(status);
  });

  it('resolves when its only alert does', () => {
    const incident = inStatus(status);
    expect(incident.alert('resolve').kind).toBe(status === 'RESOLVED' ? 'closed' : 'applied');
    expect(incident.status).toBe('RESOLVED');
    expect(incident.state.timers).not.toHaveProperty('step');
  });

  it('takes an acknowledgement by its tool as one by a person, only where a person could', () => {
    const incident = inStatus(status);
    const outcome = incident.alert('acknowledge');
    const byHand = afterVerb[status].acknowledge;
    const expected = { ACKNOWLEDGED: 'applied', [same]: 'unchanged', [no]: 'refused' }[byHand as string];
    expect(outcome.kind).toBe(status === 'RESOLVED' ? 'closed' : expected);
  });

  it('does nothing when no timer is due', () => {
    const incident = inStatus(status);
    incident.play({ kind: 'timers' });
    expect(incident.status).toBe(status);
    expect(incident.pages()).toEqual([]);
  });
});

describe('the timers of an incident', () => {
  it('ends a snooze by itself: open, and paging from step 1 as a new wave', () => {
    const incident = inStatus('SNOOZED');
    incident.pass(3600);
    expect(incident.logged).toContain('snooze-ended');
    expect(incident.state.snoozedUntil).toBeNull();
    expect(incident.pages()).toEqual(['ana email']);
    expect(incident.state.escalation.step).toBe(1);
  });

  it('lets an acknowledgement lapse: the assignee is paged first, the policy from step 1 after its pause', () => {
    const incident = inStatus('OPEN');
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
    const incident = inStatus('OPEN');
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
    incident.command(command.reassign);
    expect(incident.pages()).toEqual(['cy email']);
    incident.pass(299);
    expect(incident.pages()).toEqual([]);
    incident.pass(1);
    expect(incident.logged).toContain('assignment-lapsed');
    expect(incident.pages()).toEqual(['ana email']);
  });
});

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
    const incident = inStatus('ACKNOWLEDGED');
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
    snoozed.command(command.snooze);
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

describe('a delivery', () => {
  it('is claimed once, and cancelled for whoever comes after an acknowledgement', () => {
    const incident = story(plan());
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'send', attempt: 1 });
    expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'busy' });
    const other = story(plan());
    other.acknowledge();
    expect(other.play({ kind: 'claim', notificationId })).toEqual({ kind: 'settled' });
    expect(other.play({ kind: 'claim', notificationId: 'ntf_unknown' })).toEqual({ kind: 'unknown' });
  });

  it('is retried after a temporary failure, never before Retry-After, and fires the next rung at once', () => {
    const rules = [
      { urgency: 'HIGH' as const, methodId: 'ana-email', delaySeconds: 0 },
      { urgency: 'HIGH' as const, methodId: 'ana-sms', delaySeconds: 600 },
    ];
    const incident = story(plan({ people: [person('ana', ['email', 'sms'], { rules }), person('bo')] }));
    expect(incident.pages()).toEqual(['ana email']);
    incident.deliver('ana', { outcome: 'failed-temporarily', retryAfterSeconds: 90, error: 'busy' });
    expect(incident.pages()).toEqual(['ana sms']);
    incident.deliver('ana', { outcome: 'sent' });
    incident.effects.length = 0;
    incident.pass(89);
    expect(incident.effects).toEqual([]);
    incident.pass(1);
    expect(incident.effects).toMatchObject([{ kind: 'enqueue' }]);
  });

  it('goes on to the next step at once when nothing of a step got through', () => {
    const incident = story(plan());
    incident.pages();
    incident.deliver('ana', { outcome: 'failed', error: 'no such mailbox' });
    expect(incident.pages()).toEqual(['bo email']);
    incident.deliver('bo', { outcome: 'failed', error: 'no such mailbox' });
    expect(incident.pages()).toEqual(['ada email']);
  });

  it('that nobody claims is queued again and sent directly after 30, 60 and 120 seconds', () => {
    const incident = story(plan({ policy: policy([[0, user('ana')]]) }));
    incident.effects.length = 0;
    const direct = () => incident.effects.filter(({ kind }) => kind === 'send-directly').length;
    incident.pass(29);
    expect(direct()).toBe(0);
    incident.pass(1);
    expect(direct()).toBe(1);
    incident.pass(30);
    expect(direct()).toBe(2);
    incident.pass(60);
    expect(direct()).toBe(3);
  });

  it('does not go to a person who was disabled since', () => {
    const incident = story(plan());
    incident.replacePlan(plan({ people: [person('ana', ['email'], { status: 'DISABLED' }), person('bo')] }));
    expect(incident.deliver('ana', { outcome: 'sent' })).toEqual({ kind: 'settled' });
    expect(incident.pages()).toEqual(['ana email', 'bo email']);
  });

  it('settled twice stays as it is, and a late failure takes back no success', () => {
    const incident = story(plan());
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.deliver('ana', { outcome: 'sent' });
    const failed = { outcome: 'failed' as const, provider: 'fake', providerId: null, error: 'late' };
    incident.play({ kind: 'settle', notificationId, attempt: 1, result: failed });
    expect(incident.state.notifications[notificationId]?.state).toBe('SENT');
  });

  it('that was claimed before an acknowledgement and fails for now is not tried again', () => {
    const incident = story(plan());
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.play({ kind: 'claim', notificationId });
    incident.pass(1);
    incident.acknowledge();
    const failed = { outcome: 'failed-temporarily' as const, provider: 'fake', providerId: null, error: 'busy' };
    incident.play({ kind: 'settle', notificationId, attempt: 1, result: { ...failed, retryAfterSeconds: null } });
    expect(incident.state.notifications[notificationId]?.state).toBe('CANCELLED');
  });

  it('that was out when the object restarted is queued again, or sent again unless it reports back', () => {
    const incident = story(plan({ policy: policy([[0, user('ana')]]) }));
    const [notificationId = ''] = Object.keys(incident.state.notifications);
    incident.effects.length = 0;
    incident.play({ kind: 'restart' });
    expect(incident.effects).toEqual([{ kind: 'enqueue', notificationId }]);
    incident.play({ kind: 'claim', notificationId });
    incident.play({ kind: 'restart' });
    incident.effects.length = 0;
    incident.pass(2);
    expect(incident.effects).toEqual([]);
    incident.pass(1);
    expect(incident.effects).toContainEqual({ kind: 'send-directly', notificationId });
    expect(incident.play({ kind: 'claim', notificationId })).toMatchObject({ kind: 'send', attempt: 2 });
  });
});

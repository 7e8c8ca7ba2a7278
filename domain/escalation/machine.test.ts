import { describe, expect, it } from 'vitest';
import { INCIDENT_STATUSES, type IncidentStatus } from '../incident/incident';
import { VERBS, type Verb } from '../incident/lifecycle';
import { plan } from '../plan/plan.testing';
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
  pause: { verb: 'pause', until: START + 3 * HOUR, reason: null },
  resume: { verb: 'resume' },
  responders: {
    verb: 'responders',
    to: [{ kind: 'USER', id: 'cy', name: 'Cy' }],
    people: [],
    teams: [],
    message: null,
  },
  reassign: { verb: 'reassign', to: { kind: 'USER', id: 'cy', name: 'Cy' }, people: [], team: null },
  reopen: { verb: 'reopen', reason: null },
  suppress: { verb: 'suppress', reason: null },
  unsuppress: { verb: 'unsuppress' },
  merge: { verb: 'merge', into: { id: 'inc_2', number: 1002, title: 'Disks full' } },
  unmerge: { verb: 'unmerge', alerts: [], reason: null },
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
    pause: 'OPEN',
    resume: same,
    responders: 'OPEN',
    reassign: 'OPEN',
    reopen: same,
    suppress: 'SUPPRESSED',
    unsuppress: same,
    merge: 'RESOLVED',
    unmerge: no,
  },
  ESCALATED: {
    acknowledge: 'ACKNOWLEDGED',
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: no,
    escalate: 'ESCALATED',
    pause: 'ESCALATED',
    resume: same,
    responders: 'ESCALATED',
    reassign: 'ESCALATED',
    reopen: no,
    suppress: 'SUPPRESSED',
    unsuppress: no,
    merge: 'RESOLVED',
    unmerge: no,
  },
  ACKNOWLEDGED: {
    acknowledge: same,
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: no,
    escalate: 'ESCALATED',
    pause: no,
    resume: no,
    responders: 'ACKNOWLEDGED',
    reassign: 'ESCALATED',
    reopen: no,
    suppress: no,
    unsuppress: no,
    merge: 'RESOLVED',
    unmerge: no,
  },
  SNOOZED: {
    acknowledge: no,
    resolve: 'RESOLVED',
    snooze: 'SNOOZED',
    unsnooze: 'OPEN',
    escalate: no,
    pause: no,
    resume: no,
    responders: no,
    reassign: 'SNOOZED',
    reopen: no,
    suppress: no,
    unsuppress: no,
    merge: 'RESOLVED',
    unmerge: no,
  },
  SUPPRESSED: {
    acknowledge: no,
    resolve: 'RESOLVED',
    snooze: no,
    unsnooze: no,
    escalate: no,
    pause: no,
    resume: no,
    responders: no,
    reassign: 'SUPPRESSED',
    reopen: no,
    suppress: same,
    unsuppress: 'OPEN',
    merge: 'RESOLVED',
    unmerge: no,
  },
  RESOLVED: {
    acknowledge: no,
    resolve: same,
    snooze: no,
    unsnooze: no,
    escalate: no,
    pause: no,
    resume: no,
    responders: no,
    reassign: no,
    reopen: 'OPEN',
    suppress: no,
    unsuppress: no,
    merge: no,
    unmerge: no,
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

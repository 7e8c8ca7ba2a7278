import { describe, expect, it } from 'vitest';
import { INCIDENT_STATUSES, type IncidentStatus } from '../incident/incident';
import { plan } from '../plan/plan.testing';
import { HOUR } from '../shared/time';
import type { Command } from './commands';
import type { IncidentEvent, Outcome } from './machine';
import { START, signal, story } from './story.testing';
import { PAGING_TIMERS, type Timer, type TimerKind } from './timers';

// Every pair of status and event, of status and timer, and every triple of the three. Verbs stand in machine.test.ts.

type Story = ReturnType<typeof story>;
type EventKind = IncidentEvent['kind'];

const snooze: Command = { verb: 'snooze', until: START + 2 * HOUR, reason: null };
const reach: Record<IncidentStatus, (incident: Story) => unknown> = {
  OPEN: () => undefined,
  ESCALATED: (incident) => incident.pass(300),
  ACKNOWLEDGED: (incident) => incident.acknowledge(),
  SNOOZED: (incident) => incident.command(snooze),
  SUPPRESSED: (incident) => incident.command({ verb: 'suppress', reason: null }),
  RESOLVED: (incident) => incident.command({ verb: 'resolve', note: null }),
};
function inStatus(status: IncidentStatus): Story {
  const incident = story(plan({ settings: { autoResolveHours: 48 } }));
  reach[status](incident);
  incident.pages();
  return incident;
}

const ref = { id: 'inc_2', number: 1002, title: 'Queue full' };
const result = { outcome: 'sent', provider: 'fake', providerId: null, error: null } as const;
const firstPage = ({ state }: Story): string => Object.keys(state.notifications)[0] ?? 'ntf_none';

/** One of each kind of event, about the incident's first page where it is about one. */
const events: Record<EventKind, (incident: Story) => IncidentEvent> = {
  alert: () => ({ kind: 'alert', action: 'trigger', signal: signal() }),
  command: () => ({ kind: 'command', command: { verb: 'acknowledge', assignee: null } }),
  note: () => ({ kind: 'note', noteId: 'note_1', excerpt: 'Seen' }),
  edit: () => ({ kind: 'edit', to: { title: 'Another title' } }),
  record: () => ({ kind: 'record', entry: 'tags-changed', detail: {} }),
  timers: () => ({ kind: 'timers' }),
  'take-over': () => ({
    kind: 'take-over',
    given: { from: ref, seq: 3, urgency: 'LOW', alerts: [], paged: [], people: [], history: [] },
  }),
  'give-back': () => ({ kind: 'give-back', taken: { from: ref, seq: 4 } }),
  maintenance: () => ({ kind: 'maintenance' }),
  restart: () => ({ kind: 'restart' }),
  claim: (incident) => ({ kind: 'claim', notificationId: firstPage(incident) }),
  lead: (incident) => ({ kind: 'lead', notificationId: firstPage(incident) }),
  'bundle-failed': (incident) => ({ kind: 'bundle-failed', notificationId: firstPage(incident), reason: 'no answer' }),
  settle: (incident) => ({ kind: 'settle', notificationId: firstPage(incident), attempt: 1, result }),
  receipt: (incident) => ({
    kind: 'receipt',
    notificationId: firstPage(incident),
    receipt: { outcome: 'delivered', provider: 'fake' } as never,
  }),
  resend: (incident) => ({ kind: 'resend', notificationId: firstPage(incident) }),
  'dead-letter': (incident) => ({ kind: 'dead-letter', notificationId: firstPage(incident), error: 'too often' }),
  'channel-post': () => ({ kind: 'channel-post', outcome: 'posted', channel: '#ops' }),
};
const EVENT_KINDS = Object.keys(events) as EventKind[];

type Row = Record<IncidentStatus, Outcome['kind']>;
const all = (kind: Outcome['kind'], but: Partial<Row> = {}): Row => ({
  ...(Object.fromEntries(INCIDENT_STATUSES.map((status) => [status, kind])) as Row),
  ...but,
});

/** What the machine answers to each event in each status. */
const answers: Record<EventKind, Row> = {
  alert: all('absorbed', { RESOLVED: 'closed' }),
  command: all('refused', { OPEN: 'applied', ESCALATED: 'applied', ACKNOWLEDGED: 'unchanged' }),
  note: all('applied'),
  edit: all('applied'),
  record: all('applied'),
  timers: all('applied'),
  'take-over': all('applied', { RESOLVED: 'closed' }),
  'give-back': all('applied'),
  maintenance: all('unchanged'),
  restart: all('applied'),
  // Its page was taken back when it stopped paging, and is history once the news that it is over has gone out.
  claim: all('settled', { OPEN: 'send', ESCALATED: 'send', RESOLVED: 'unknown' }),
  lead: all('unchanged'),
  'bundle-failed': all('unchanged'),
  settle: all('applied'),
  // Of a send that was never begun, and of a page that nobody has sent yet or needs any more.
  receipt: all('unknown'),
  resend: all('refused'),
  'dead-letter': all('applied'),
  'channel-post': all('applied'),
};

const notificationId = 'ntf_none';
const rung = {
  ...{ rung: 1, methodId: 'ana-email', channel: 'email' as const, value: 'email:ana', delaySeconds: 60 },
  ...{ userId: 'ana', wave: 1, step: 1, cycle: 1, why: 'Step 1' },
};
const timers: Record<TimerKind, Timer> = {
  step: { id: 'step', at: START, kind: 'step', step: 2, cycle: 1 },
  finish: { id: 'finish', at: START, kind: 'finish' },
  'last-resort': { id: 'last-resort', at: START, kind: 'last-resort' },
  'snooze-end': { id: 'snooze-end', at: START, kind: 'snooze-end' },
  'pause-end': { id: 'pause-end', at: START, kind: 'pause-end' },
  maintenance: { id: 'maintenance', at: START, kind: 'maintenance' },
  'acknowledgement-timeout': { id: 'acknowledgement-timeout', at: START, kind: 'acknowledgement-timeout' },
  'assignment-timeout': { id: 'assignment-timeout', at: START, kind: 'assignment-timeout' },
  rung: { id: 'rung:1:ana:1', at: START, kind: 'rung', rung },
  repeat: { id: 'repeat:1:ana:ana-email:1:1', at: START, kind: 'repeat', rung, repetition: 1 },
  lead: { id: 'lead:ntf_none', at: START, kind: 'lead', notificationId },
  'hold-back-end': { id: 'hold-back-end', at: START, kind: 'hold-back-end' },
  'auto-resolve': { id: 'auto-resolve', at: START, kind: 'auto-resolve' },
  'sla-warning': { id: 'sla-warning:resolve', at: START, kind: 'sla-warning', target: 'resolve' },
  'sla-breach': { id: 'sla-breach:resolve', at: START, kind: 'sla-breach', target: 'resolve' },
  retry: { id: 'retry:ntf_none', at: START, kind: 'retry', notificationId },
  unsettled: { id: 'unsettled:ntf_none', at: START, kind: 'unsettled', notificationId, check: 0 },
};
const TIMER_KINDS = Object.keys(timers) as TimerKind[];

/** The status after a timer has gone off, where it is another one. */
const moves: Partial<Record<TimerKind, Partial<Record<IncidentStatus, IncidentStatus>>>> = {
  step: { OPEN: 'ESCALATED' },
  'snooze-end': { SNOOZED: 'OPEN' },
  'acknowledgement-timeout': { ACKNOWLEDGED: 'OPEN' },
  'auto-resolve': { OPEN: 'RESOLVED', ESCALATED: 'RESOLVED', ACKNOWLEDGED: 'RESOLVED', SUPPRESSED: 'RESOLVED' },
};
/** Timers that page, and in which statuses they do. */
const pages: Partial<Record<TimerKind, IncidentStatus[]>> = {
  step: ['OPEN', 'ESCALATED'],
  'last-resort': ['OPEN', 'ESCALATED'],
  'assignment-timeout': ['OPEN', 'ESCALATED'],
  'snooze-end': ['SNOOZED'],
  'acknowledgement-timeout': ['ACKNOWLEDGED'],
  rung: ['OPEN', 'ESCALATED', 'ACKNOWLEDGED'],
  repeat: ['OPEN', 'ESCALATED', 'ACKNOWLEDGED'],
};

/** What holds of every incident at any time. */
function expectSound({ state, status }: Story): void {
  const kinds = Object.values(state.timers).map(({ kind }) => kind);
  const looksForSomebody = status === 'OPEN' || status === 'ESCALATED';
  // Rungs may also belong to whoever was asked to help, or to a raised urgency.
  const paging = kinds.filter((kind) => PAGING_TIMERS.includes(kind) && kind !== 'rung' && kind !== 'repeat');
  if (!looksForSomebody) expect(paging).toEqual([]);
  if (status === 'RESOLVED') expect(kinds.filter((kind) => kind !== 'unsettled' && kind !== 'retry')).toEqual([]);
  expect(kinds.includes('snooze-end')).toBe(status === 'SNOOZED');
  expect(state.resolvedAt !== null).toBe(status === 'RESOLVED');
  expect(state.snoozedUntil !== null).toBe(status === 'SNOOZED');
  expect(state.acknowledgedAt !== null && looksForSomebody && status === 'OPEN').toBe(false);
  if (status === 'ACKNOWLEDGED') expect(state.sla.firstAcknowledgedAt).not.toBeNull();
}

describe.each(INCIDENT_STATUSES)('an incident that is %s', (status) => {
  it.each(EVENT_KINDS)('answers the event %s as the table says, and stays sound', (kind) => {
    const incident = inStatus(status);
    const outcome = incident.play(events[kind](incident));
    expect(outcome.kind).toBe(answers[kind][status]);
    if (kind !== 'command' && kind !== 'timers') expect(incident.status).toBe(status);
    expectSound(incident);
  });

  it.each(TIMER_KINDS)('when the timer %s goes off, comes to what the table says, and stays sound', (kind) => {
    const incident = inStatus(status);
    incident.force(timers[kind]);
    incident.play({ kind: 'timers' });
    expect(incident.status).toBe(moves[kind]?.[status] ?? status);
    expect(incident.pages().length > 0).toBe(pages[kind]?.includes(status) ?? false);
    expectSound(incident);
  });

  it.each(EVENT_KINDS)('stays sound after %s whatever goes off next, and through what follows', (event) => {
    for (const timer of TIMER_KINDS) {
      const incident = inStatus(status);
      incident.play(events[event](incident));
      incident.force(timers[timer]);
      incident.play({ kind: 'timers' });
      expectSound(incident);
      incident.pass(600);
      expectSound(incident);
    }
  });
});

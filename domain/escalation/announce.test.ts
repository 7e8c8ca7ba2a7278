import { describe, expect, it } from 'vitest';
import type { IncidentAnnouncement } from '../incident/announcement';
import { person, plan, policy, user } from '../plan/plan.testing';
import { open, transition } from './machine';
import { START, signal, story } from './story.testing';

type Story = ReturnType<typeof story>;

const announcementsOf = (incident: Story): IncidentAnnouncement[] =>
  incident.effects.flatMap((effect) =>
    effect.kind === 'announce' && effect.outlet === 'webhooks' ? [effect.event] : [],
  );
const kindsOf = (incident: Story): string[] => announcementsOf(incident).map(({ kind }) => kind);

describe('what an incident announces', () => {
  it('tells a life from open to reopened, one announcement a change', () => {
    const incident = story(plan());
    incident.acknowledge();
    incident.command({ verb: 'snooze', until: START + 3_600_000, reason: null });
    incident.command({ verb: 'unsnooze' });
    incident.command({ verb: 'suppress', reason: null });
    incident.command({ verb: 'unsuppress' });
    incident.command({ verb: 'resolve', note: null });
    incident.command({ verb: 'reopen', reason: null });
    expect(kindsOf(incident)).toEqual([
      'opened',
      'acknowledged',
      'snoozed',
      'snooze-ended',
      'suppressed',
      'unsuppressed',
      'resolved',
      'reopened',
    ]);
  });

  it('tells a step beyond the first that fires by itself as an escalation, with the people it pages', () => {
    const incident = story(plan());
    incident.pass(300);
    expect(announcementsOf(incident).at(-1)).toMatchObject({
      kind: 'escalated',
      actor: { kind: 'system' },
      detail: { step: 2, cycle: 1, people: ['Bo'] },
      incident: { status: 'ESCALATED' },
    });
  });

  it('tells an escalation by hand once, under the name of who asked, with the step it fired', () => {
    const incident = story(plan());
    incident.command({ verb: 'escalate', step: null });
    const escalated = announcementsOf(incident).filter(({ kind }) => kind === 'escalated');
    expect(escalated).toMatchObject([{ actor: { name: 'Ana' }, detail: { step: 2, people: ['Bo'] } }]);
  });

  it('tells of the last resort once, however often it is paged', () => {
    const incident = story(plan({ policy: policy([[0, user('nobody')]]) }));
    incident.pass(900);
    expect(incident.logged.filter((kind) => kind === 'last-resort-paged').length).toBeGreaterThan(2);
    expect(kindsOf(incident).filter((kind) => kind === 'escalated')).toHaveLength(1);
    expect(announcementsOf(incident)[1]?.detail).toEqual({ step: null, people: ['Ada'] });
  });

  it('tells a lapsed acknowledgement, a raised urgency, a note and a new assignee', () => {
    const incident = story(plan(), { urgency: 'LOW' });
    incident.alert('trigger', { urgency: 'HIGH' });
    incident.acknowledge();
    incident.play({ kind: 'note', noteId: 'note_1', excerpt: 'It is the disk.' });
    incident.pass(30 * 60);
    const to = { kind: 'USER' as const, id: 'cy', name: 'Cy' };
    incident.command({ verb: 'reassign', to, people: [person('cy')], team: null });
    expect(kindsOf(incident)).toEqual([
      'opened',
      'urgency-raised',
      'acknowledged',
      'note-added',
      'acknowledgement-lapsed',
      'reassigned',
    ]);
  });

  it('says nothing of repeats, sends, refused and unchanged verbs', () => {
    const incident = story(plan());
    incident.alert('trigger');
    incident.deliver('ana', { outcome: 'sent' });
    incident.command({ verb: 'unsnooze' });
    incident.acknowledge();
    incident.acknowledge();
    incident.command({ verb: 'suppress', reason: null });
    expect(kindsOf(incident)).toEqual(['opened', 'acknowledged']);
  });

  it('tells of a private incident only its watchers', () => {
    const by = { actor: { kind: 'user' as const, id: 'ana', name: 'Ana' }, origin: 'web' as const };
    const opening = { id: 'inc_1', signal: signal(), description: null, urgency: null, priority: null, assignee: null };
    const opened = open({ ...opening, visibility: 'PRIVATE' }, plan(), START, by);
    const resolved = transition(
      opened.state,
      { kind: 'command', command: { verb: 'resolve', note: null } },
      opened.plan,
      START,
      by,
    );
    const told = [...opened.effects, ...resolved.effects].filter((effect) => effect.kind === 'announce');
    expect(told.map(({ outlet, event }) => [outlet, event.kind])).toEqual([
      ['watchers', 'opened'],
      ['watchers', 'resolved'],
    ]);
  });

  it('leaves nothing of an incident in its channel when it becomes private', () => {
    const incident = story(plan(), { labels: { host: 'db-1' } });
    incident.play({ kind: 'edit', to: { visibility: 'PRIVATE' } });
    const effects = incident.effects.filter((effect) => effect.kind === 'announce');
    const [slack, watchers, ...others] = effects.filter(({ event }) => event.kind === 'visibility-changed');
    expect([slack?.outlet, watchers?.outlet, others]).toEqual(['slack', 'watchers', []]);
    expect(JSON.stringify(slack?.event)).not.toMatch(/Disk full|db-1/);
    expect(watchers?.event.incident.title).toBe('Disk full');
  });
});

describe('an announcement', () => {
  it('carries what is needed to tell it later, and pages go first', () => {
    const incident = story(plan(), { labels: { host: 'db-1' } });
    const [opened] = announcementsOf(incident);
    expect(opened).toMatchObject({
      at: START,
      seq: 1,
      organisation: { name: 'Acme' },
      incident: { title: 'Disk full', serviceName: 'checkout', labels: { host: 'db-1' }, status: 'OPEN' },
      url: 'https://ops.example.test/incidents/inc_1',
    });
    expect(incident.effects.map(({ kind }) => kind)).toEqual(['enqueue', 'announce', 'announce', 'announce']);
  });

  it('has the same id whenever the same change is decided, and its own for each change', () => {
    const [first, again] = [story(plan()), story(plan())];
    for (const incident of [first, again]) incident.acknowledge();
    const ids = announcementsOf(first).map(({ id }) => id);
    expect(announcementsOf(again).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });
});

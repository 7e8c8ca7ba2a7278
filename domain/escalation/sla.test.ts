import { describe, expect, it } from 'vitest';
import { person, plan } from '../plan/plan.testing';
import { MINUTE } from '../shared/time';
import { START, story } from './story.testing';

const sla = (acknowledgeMinutes: number | null, resolveMinutes: number | null) => {
  const target = { acknowledgeMinutes, resolveMinutes };
  return { P1: target, P2: target, P3: target, P4: target, P5: target };
};
const quiet = { slaWarningPercent: null } as const;

type Story = ReturnType<typeof story>;
const said = (incident: Story) => incident.logged.filter((kind) => kind.startsWith('sla-'));
const minutesOf = (at: number | null) => (at === null ? null : (at - START) / MINUTE);
const due = ({ state }: Story) => [minutesOf(state.sla.ackDueAt), minutesOf(state.sla.resolveDueAt)];
const news = (incident: Story) =>
  Object.values(incident.state.notifications)
    .filter(({ intent }) => intent !== 'page')
    .map(({ userId, channel, intent }) => `${userId} ${channel} ${intent}`);

describe('a target of the SLA clock', () => {
  it('is warned of when three quarters of its time are gone, and said to be missed when all of it is, each once', () => {
    const incident = story(plan({ settings: { sla: sla(8, null) } }));
    incident.pass(6 * 60 - 1);
    expect(said(incident)).toEqual([]);
    incident.pass(1);
    expect(said(incident)).toEqual(['sla-warning']);
    incident.pass(2 * 60);
    expect(said(incident)).toEqual(['sla-warning', 'sla-breached']);
    incident.pass(60 * 60);
    expect(said(incident)).toHaveLength(2);
  });

  it('tells everyone who was paged by the quiet channels, and pages nobody by that', () => {
    const people = [person('ana', ['email', 'sms', 'voice']), person('bo')];
    const incident = story(plan({ people, settings: { sla: sla(4, null) } }));
    incident.deliver('ana', { outcome: 'sent' });
    incident.pages();
    incident.pass(3 * 60);
    expect(news(incident)).toEqual(['ana email sla-warning']);
    expect(incident.pages()).toEqual([]);
    incident.pass(60);
    expect(news(incident)).toEqual(['ana email sla-warning', 'ana email sla-breached']);
  });

  it('tells whoever has the incident, too', () => {
    const incident = story(plan({ settings: { sla: sla(null, 60) } }));
    incident.command({ verb: 'reassign', to: { kind: 'USER', id: 'cy', name: 'Cy' }, people: [], team: null });
    incident.play({ kind: 'command', command: { verb: 'acknowledge', assignee: null } });
    incident.pass(45 * 60);
    expect(news(incident)).toContain('cy email sla-warning');
  });

  it('is met by the first acknowledgement, which a lapse does not take back', () => {
    const incident = story(
      plan({ settings: { sla: sla(5, null), acknowledgementTimeoutSeconds: { HIGH: 60, MEDIUM: null, LOW: null } } }),
    );
    incident.pass(60);
    incident.acknowledge();
    const first = incident.state.sla.firstAcknowledgedAt;
    incident.pass(10 * 60);
    expect(incident.logged).toContain('acknowledgement-lapsed');
    expect(said(incident)).toEqual([]);
    incident.acknowledge();
    expect(incident.state.sla.firstAcknowledgedAt).toBe(first);
  });

  it('keeps the first resolve when the incident opens again, and watches that target no more', () => {
    const incident = story(plan({ settings: { sla: sla(null, 60) } }));
    incident.pass(60);
    incident.command({ verb: 'resolve', note: null });
    const first = incident.state.sla.firstResolvedAt;
    incident.command({ verb: 'reopen', reason: null });
    incident.pass(120 * 60);
    incident.command({ verb: 'resolve', note: null });
    expect(incident.state.sla.firstResolvedAt).toBe(first);
    expect(said(incident)).toEqual([]);
  });

  it('is not warned of where the service wants no warning, and never where there is no target', () => {
    const unwarned = story(plan({ settings: { sla: sla(5, null), ...quiet } }));
    unwarned.pass(10 * 60);
    expect(said(unwarned)).toEqual(['sla-breached']);
    const free = story(plan({ settings: { sla: sla(null, null) } }));
    free.pass(24 * 3600);
    expect(said(free)).toEqual([]);
  });

  it('outlives a step that reached nobody: the news belongs to no wave of pages', () => {
    const incident = story(plan({ people: [person('ana'), person('bo')], settings: { sla: sla(4, null), ...quiet } }));
    incident.deliver('ana', { outcome: 'sent' });
    incident.pass(4 * 60);
    const { wave } = incident.state;
    expect(news(incident)).toHaveLength(1);
    incident.pass(60);
    expect(incident.state.wave).toBe(wave + 1);
    expect(incident.pages()).toEqual(['ana email', 'bo email']);
  });
});

describe('another priority', () => {
  const targets = (...minutes: number[]) => {
    const [P1, P2, P3, P4, P5] = minutes.map((one) => ({ acknowledgeMinutes: one, resolveMinutes: one * 10 }));
    return { P1, P2, P3, P4, P5 } as ReturnType<typeof sla>;
  };
  const byPriority = plan({ settings: { sla: targets(4, 8, 20, 40, 80), slaPausesWhileSnoozed: true } });
  const become = (incident: Story, to: { priority?: 'P2' | 'P3' | null; urgency?: 'LOW' }) =>
    incident.play({ kind: 'edit', to });

  it('brings its targets, counted from the opening, and its own warning', () => {
    const incident = story(byPriority);
    incident.deliver('ana', { outcome: 'sent' });
    expect(due(incident)).toEqual([4, 40]);
    incident.pass(3 * 60);
    become(incident, { priority: 'P2' });
    expect(due(incident)).toEqual([8, 80]);
    incident.pass(3 * 60);
    expect(said(incident)).toEqual(['sla-warning', 'sla-warning']);
    expect(news(incident).filter((one) => one === 'ana email sla-warning')).toHaveLength(2);
  });

  it('is that of the urgency where there is none', () => {
    const incident = story(byPriority);
    become(incident, { urgency: 'LOW' });
    expect(due(incident)).toEqual([40, 400]);
    become(incident, { priority: 'P3' });
    expect(due(incident)).toEqual([20, 200]);
    become(incident, { priority: null });
    expect(due(incident)).toEqual([40, 400]);
  });

  it('leaves what was answered and what was missed, and keeps what pauses have added', () => {
    const acknowledged = story(byPriority);
    acknowledged.acknowledge();
    become(acknowledged, { priority: 'P2' });
    expect(due(acknowledged)).toEqual([4, 80]);

    const missed = story(byPriority);
    missed.pass(4 * 60);
    become(missed, { priority: 'P2' });
    expect(due(missed)).toEqual([4, 80]);

    const paused = story(byPriority);
    paused.command({ verb: 'snooze', until: START + 30 * MINUTE, reason: null });
    become(paused, { priority: 'P2' });
    expect(due(paused)).toEqual([38, 110]);
    paused.pass(10 * 60);
    paused.command({ verb: 'unsnooze' });
    become(paused, { priority: 'P3' });
    expect(due(paused)).toEqual([30, 210]);
  });

  it('that is due already is missed at once, without a warning', () => {
    const incident = story(plan({ settings: { sla: targets(60, 1, 20, 40, 80) } }));
    incident.pass(5 * 60);
    become(incident, { priority: 'P2' });
    incident.pass(0);
    expect(said(incident)).toEqual(['sla-breached']);
  });
});

describe('the clock', () => {
  const snooze = (minutes: number, now = 0) =>
    ({ verb: 'snooze', until: START + (now + minutes) * MINUTE, reason: null }) as const;

  it('runs on while the incident is snoozed, unless the service lets it stand', () => {
    const running = story(plan({ settings: { sla: sla(10, 60) } }));
    running.command(snooze(30));
    expect(due(running)).toEqual([10, 60]);
    running.pass(10 * 60);
    expect(said(running)).toContain('sla-breached');

    const standing = story(plan({ settings: { sla: sla(10, 60), slaPausesWhileSnoozed: true } }));
    standing.pass(60);
    standing.command(snooze(30, 1));
    expect(due(standing)).toEqual([40, 90]);
    standing.pass(20 * 60);
    expect(said(standing)).toEqual([]);
    standing.command({ verb: 'unsnooze' });
    expect(due(standing)).toEqual([30, 80]);
  });

  it('runs on in maintenance where the service wants it to', () => {
    const span = { timezone: 'UTC', startAt: START, endAt: START + 30 * MINUTE, repeat: null, endedAt: null };
    const maintenance = [{ id: 'mwn_1', name: 'Upgrade', labels: {}, ...span }];
    const running = story(plan({ maintenance, settings: { sla: sla(10, 60), slaPausesInMaintenance: false } }));
    expect(running.status).toBe('SUPPRESSED');
    expect(due(running)).toEqual([10, 60]);
    const standing = story(plan({ maintenance, settings: { sla: sla(10, 60) } }));
    expect(due(standing)).toEqual([40, 90]);
  });

  it('counts a snooze that is put off once', () => {
    const incident = story(plan({ settings: { sla: sla(10, 60), slaPausesWhileSnoozed: true } }));
    incident.command(snooze(20));
    incident.pass(5 * 60);
    incident.command(snooze(30, 5));
    expect(due(incident)).toEqual([45, 95]);
    incident.pass(30 * 60);
    expect(incident.status).toBe('OPEN');
    expect(due(incident)).toEqual([45, 95]);
  });
});

import { describe, expect, it } from 'vitest';
import type { TimelineEntry, TimelineKind } from '../incident/timeline';
import type { IncidentDetail } from '../incident/view';
import { DAY, MINUTE } from '../shared/time';
import { type ActionItem, firstReminder, nextReminder, overdueAt } from './action-item';
import { draftOf, withNewEvents } from './draft';
import { postmortemAsMarkdown } from './markdown';
import { type Postmortem, whyNot } from './postmortem';

const OPENED = Date.UTC(2026, 10, 23, 3);
const BO = { kind: 'user' as const, id: 'usr_bo', name: 'Bo' };
const line = (minutes: number, kind: TimelineKind, detail: Record<string, unknown> = {}): TimelineEntry => ({
  id: `tle_${minutes}_${kind}`,
  seq: minutes,
  at: OPENED + minutes * MINUTE,
  kind,
  actor: BO,
  origin: 'web',
  detail,
});
const timeline = [
  line(0, 'opened', { title: 'Disk full' }),
  line(0, 'step-fired', { step: 1, people: ['Bo'] }),
  line(1, 'notification-sent', { userName: 'Bo', channel: 'push' }),
  line(5, 'step-fired', { step: 2, people: ['Ana', 'Cy'] }),
  line(6, 'acknowledged'),
  line(80, 'resolved', { note: 'Logs removed.' }),
];
const incident = {
  id: 'inc_1',
  number: 1042,
  title: 'Disk full',
  serviceId: 'svc_1',
  serviceName: 'ledger',
  openedAt: OPENED,
  acknowledgedAt: OPENED + 6 * MINUTE,
  resolvedAt: OPENED + 80 * MINUTE,
  sla: { firstAcknowledgedAt: OPENED + 6 * MINUTE, firstResolvedAt: OPENED + 80 * MINUTE },
  timeline,
} as unknown as IncidentDetail;
const draft = draftOf(incident, { id: 'pm_1', by: BO, now: OPENED + DAY });

describe('a draft', () => {
  it('says what the incident says, and keeps the lines that a reader needs', () => {
    expect(draft.sections.summary).toBe(
      'ledger: Disk full. It was acknowledged after 6 min. It was resolved after 1 h 20 min.',
    );
    expect(draft.sections.resolution).toBe('Logs removed.');
    expect(draft.events.map(({ text, kept }) => [text, kept])).toEqual([
      ['Bo opened the incident: “Disk full”.', true],
      ['Step 1 paged Bo.', false],
      ['Step 2 paged Ana, Cy.', true],
      ['Bo acknowledged.', true],
      ['Bo resolved it: “Logs removed.”', true],
    ]);
  });

  it('may begin before the incident is over, and takes in what came later without losing a choice', () => {
    const running = draftOf(
      {
        ...incident,
        timeline: timeline.slice(0, 4),
        resolvedAt: null,
        sla: { ...incident.sla, firstResolvedAt: null },
      },
      { id: 'pm_1', by: BO, now: OPENED },
    );
    expect(running.sections.summary).toContain('It is not resolved yet.');
    const dropped = running.events.map((event) => ({ ...event, kept: false }));
    expect(withNewEvents(dropped, incident).map(({ kept }) => kept)).toEqual([false, false, false, true, true]);
  });
});

describe('its status', () => {
  it.each([
    ['DRAFT', 'PUBLISHED', null],
    ['PUBLISHED', 'DRAFT', null],
    ['ARCHIVED', 'PUBLISHED', 'It is ARCHIVED and cannot become PUBLISHED from there.'],
    ['ARCHIVED', 'DRAFT', null],
  ] as const)('%s to %s: %s', (status, to, why) => {
    expect(whyNot({ ...draft, status }, to)).toBe(why);
  });

  it('is not published without a summary', () => {
    expect(whyNot({ ...draft, sections: { ...draft.sections, summary: ' ' } }, 'PUBLISHED')).toMatch(/summary/);
  });
});

describe('an action item', () => {
  const item = { dueOn: '2026-10-24', ownerId: 'usr_bo', status: 'OPEN' as const };
  it('is overdue when its day has ended on its owner’s clock, also where the clock goes back', () => {
    expect(overdueAt('2026-10-25', 'Europe/Lisbon')).toBe(Date.UTC(2026, 9, 26, 0));
    expect(overdueAt('2026-10-24', 'Europe/Lisbon')).toBe(Date.UTC(2026, 9, 24, 23));
    expect(overdueAt(null, 'UTC')).toBeNull();
  });

  it('reminds at nine in the morning after, then weekly, and never twice for the weeks nobody was there', () => {
    const first = firstReminder(item, 'Europe/Lisbon') ?? 0;
    expect(first).toBe(Date.UTC(2026, 9, 25, 9));
    expect(nextReminder(first, first + MINUTE)).toBe(first + 7 * DAY);
    expect(nextReminder(first, first + 20 * DAY)).toBe(first + 21 * DAY);
    expect(firstReminder({ ...item, status: 'COMPLETED' }, 'UTC')).toBeNull();
    expect(firstReminder({ ...item, ownerId: null }, 'UTC')).toBeNull();
  });
});

it('is a document in markdown that text cannot break out of', () => {
  const one: Postmortem = { ...draft, title: 'Disk *full*\n# on [x]' };
  const item = { title: 'Rotate <logs>', priority: 'P2', status: 'COMPLETED', ownerId: 'usr_bo', dueOn: '2026-12-01' };
  const text = postmortemAsMarkdown(one, { items: [item as ActionItem], serviceName: 'ledger', nameOf: () => 'Bo' });
  expect(text.split('\n')[0]).toBe('# Disk \\*full\\* \\# on \\[x\\]');
  expect(text).toContain('- 2026-11-23 03:05 UTC: Step 2 paged Ana, Cy.');
  expect(text).not.toContain('Step 1 paged');
  expect(text).toContain('- [x] Rotate \\<logs\\> (P2, Bo, due 2026-12-01)');
});

import type { AnnouncementKind, IncidentAnnouncement } from '../../../incident/announcement';
import type { TestEvent } from '../../event';

type Changes = Partial<Omit<IncidentAnnouncement, 'incident'>> & {
  incident?: Partial<IncidentAnnouncement['incident']>;
};

/** An ordinary announcement, for tests: an incident of checkout-api, acted upon by Ana. */
export const announcement = (kind: AnnouncementKind, changes: Changes = {}): IncidentAnnouncement => ({
  id: 'ann_1',
  kind,
  seq: 4,
  at: Date.parse('2026-11-23T18:10:00Z'),
  actor: { kind: 'user', id: 'usr_1', name: 'Ana' },
  detail: {},
  organisation: { name: 'Acme' },
  url: 'https://ops.example.test/incidents/inc_1',
  ...changes,
  incident: {
    id: 'inc_1',
    number: 1042,
    status: 'OPEN',
    urgency: 'HIGH',
    priority: 'P1',
    visibility: 'PUBLIC',
    title: 'Error rate above 5 %',
    description: 'More than 5 % of requests failed.\nSince the last deploy.',
    serviceId: 'svc_1',
    serviceName: 'checkout-api',
    teamId: 'team_1',
    assignee: { kind: 'USER', id: 'usr_1', name: 'Ana' },
    dedupKey: 'error-rate',
    alertCount: 3,
    source: 'prometheus',
    sourceLink: 'https://prometheus.example.test/graph?g0.expr=up&g0.tab=1',
    labels: { region: 'eu-1', severity: 'critical' },
    runbookUrl: 'https://wiki.example.test/runbooks/checkout',
    openedAt: Date.parse('2026-11-23T18:00:00Z'),
    acknowledgedAt: null,
    resolvedAt: null,
    snoozedUntil: null,
    lastEventAt: Date.parse('2026-11-23T18:00:00Z'),
    escalation: { step: 1, cycle: 1, nextAt: Date.parse('2026-11-23T18:15:00Z') },
    nobodyPaged: false,
    ...changes.incident,
  },
});

export const testEvent: TestEvent = {
  id: 'ann_2',
  kind: 'test',
  at: Date.parse('2026-11-23T18:10:00Z'),
  actor: { kind: 'user', id: 'usr_1', name: 'Ana' },
  organisation: { name: 'Acme' },
  webhookName: 'Operations room',
  url: 'https://ops.example.test/settings/webhooks/whk_1',
};

/** What somebody writes who means harm, in every tongue that a receiver reads. */
export const HOSTILE =
  '<script>alert(1)</script> <!channel> <@U1> @everyone @here <@&1> <users/all> [pay](https://evil.test) **bold** *b* _i_ `c` ~~s~~ \'"&amp; <a href="https://evil.test">x</a> \r\n\r\nX: y \u0000\u0007\u202egnp.exe\ud800 ';

/** Every free text of it was written by that somebody, and is very long. */
export const hostileAnnouncement = (kind: AnnouncementKind): IncidentAnnouncement =>
  announcement(kind, {
    actor: { kind: 'user', id: 'usr_1', name: HOSTILE.repeat(20) },
    organisation: { name: HOSTILE },
    detail: {
      note: HOSTILE.repeat(60),
      excerpt: HOSTILE.repeat(60),
      reason: HOSTILE.repeat(60),
      to: HOSTILE.repeat(20),
      people: Array.from({ length: 200 }, () => HOSTILE),
      step: 2,
    },
    incident: {
      title: HOSTILE.repeat(60),
      description: HOSTILE.repeat(100),
      serviceName: HOSTILE,
      source: HOSTILE.repeat(20),
      sourceLink: 'javascript:alert(1)',
      runbookUrl: 'https://x.test/"><script>alert(1)</script>|<!channel>)',
      dedupKey: HOSTILE.repeat(60),
      assignee: { kind: 'USER', id: 'usr_1', name: HOSTILE },
      labels: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}${HOSTILE}`, HOSTILE.repeat(10)])),
    },
  });

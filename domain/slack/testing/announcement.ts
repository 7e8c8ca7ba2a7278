import type { IncidentAnnouncement } from '../../incident/announcement';

/** News of an incident #1042 of checkout, for tests. */
export function announcement(
  more: Partial<Omit<IncidentAnnouncement, 'incident'>> & { incident?: Partial<IncidentAnnouncement['incident']> } = {},
): IncidentAnnouncement {
  return {
    id: 'ann_1',
    kind: 'opened',
    seq: 1,
    at: Date.UTC(2026, 10, 23, 3),
    actor: { kind: 'user', id: 'ana', name: 'Ana' },
    detail: {},
    organisation: { name: 'Acme' },
    url: 'https://ops.example.test/incidents/inc_1234567890',
    ...more,
    incident: {
      id: 'inc_1234567890',
      number: 1042,
      status: 'OPEN',
      urgency: 'HIGH',
      priority: null,
      visibility: 'PUBLIC',
      title: 'Disk full',
      serviceId: 'svc_1',
      serviceName: 'checkout',
      assignee: null,
      dedupKey: 'disk',
      alertCount: 1,
      openedAt: Date.UTC(2026, 10, 23, 3),
      acknowledgedAt: null,
      resolvedAt: null,
      snoozedUntil: null,
      lastEventAt: Date.UTC(2026, 10, 23, 3),
      escalation: { step: 1, cycle: 1, nextAt: null },
      nobodyPaged: false,
      description: null,
      teamId: null,
      source: null,
      sourceLink: null,
      labels: {},
      runbookUrl: null,
      ...more.incident,
    },
  };
}

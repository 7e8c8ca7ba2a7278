import { STATUSPAGE_DOCUMENTS } from '../../../domain/status-page/render/statuspage-json';
import { adminContext } from '../config/support';

// Everything that is not for visitors carries this mark; nothing that reaches them may.
export const MARK = 'XSECRETX';
export const secret = (what: string) => `${MARK}-${what}`;
export const now = Date.now();
export const context = adminContext({
  now,
  actor: { kind: 'user', id: 'usr_admin', name: secret('writer'), role: 'ADMIN' },
});

/** Under which a page answers whatever is public of it. */
export const PATHS = [
  '',
  '/history',
  '/history.rss',
  '/history.atom',
  '/feed.json',
  '/calendar.ics',
  '/badge.svg',
  '/status.md',
  '/llms.txt',
  ...STATUSPAGE_DOCUMENTS.map((name) => `/api/v2/${name}`),
];

/** An incident of a service that is marked throughout. */
export const incidentOf = (serviceId: string, i: number, visibility: 'PUBLIC' | 'PRIVATE') => ({
  ...{ id: `inc_secret${serviceId}${i}`, number: (now % 1_000_000) + i, seq: 1, status: 'OPEN' as const },
  ...{ urgency: 'HIGH' as const, priority: 'P1' as const, visibility, title: secret('title') },
  ...{ description: secret('description'), serviceId, serviceName: secret('service'), inbox: secret('inbox') },
  ...{ dedupKey: secret('key'), alertCount: 1, step: 1, cycle: 1, openedAt: now, lastEventAt: now },
  ...{ assigneeName: secret('assignee'), nobodyPaged: false },
});

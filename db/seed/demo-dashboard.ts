import type { Panel, PanelSubject } from '../../domain/analytics/dashboard';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import type { Statement } from '../repositories/batch';
import { insertDashboard } from '../repositories/dashboards';
import { DEMO_ADMIN } from './demo-people';

const SUBJECTS: readonly PanelSubject[] = [
  'figure:incidents',
  'figure:mtta',
  'figure:mttr',
  'figure:sleep-hours',
  'chart:incidents',
  'table:services',
  'heat-map',
];

const panels: Panel[] = SUBJECTS.map((subject, i) => ({
  id: `pan_demo_${i + 1}`,
  subject,
  days: 90,
  serviceId: null,
  teamId: null,
}));

/** What the demo's administrator looks at on Mondays, shared with everybody. */
export const insertDemoDashboard = (db: Db, now: Instant): Statement =>
  insertDashboard(db, {
    id: 'dash_demo_monday',
    ownerId: DEMO_ADMIN,
    name: 'Monday morning',
    isShared: true,
    panels,
    createdAt: now,
    updatedAt: now,
  });

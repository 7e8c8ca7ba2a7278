import { expect, it } from 'vitest';
import { analyticsLink, analyticsQuery, cohortLink, fixed, readAnalyticsFilter } from './filter';

const read = (query: string) => readAnalyticsFilter(new URLSearchParams(query));

it('reads a period and what it is narrowed to, and forgets what it cannot read', () => {
  expect(analyticsQuery(read('days=90&service=svc_1&urgency=HIGH'))).toEqual({
    days: 90,
    serviceId: 'svc_1',
    urgency: 'HIGH',
  });
  expect(analyticsQuery(read('from=2026-11-01&to=2026-11-30'))).toEqual({ from: 20758, to: 20787 });
  expect(analyticsQuery(read('days=12&from=2026-11-30&to=2026-11-01&priority=P9'))).toEqual({ days: 30 });
});

it('keeps the filter from page to page, and leads to the incidents of the same period', () => {
  const filter = read('days=7&team=team_1');
  expect(analyticsLink('/analytics', filter)).toBe('/analytics?days=7&team=team_1');
  expect(analyticsLink('/analytics', filter, { days: 30, team: '' })).toBe('/analytics');
  const now = Date.UTC(2026, 10, 28, 12);
  expect(cohortLink(fixed(filter, now), 'escalated', { service: 'svc_1' })).toBe(
    '/analytics/incidents?from=2026-11-22&to=2026-11-28&service=svc_1&team=team_1&cohort=escalated',
  );
});

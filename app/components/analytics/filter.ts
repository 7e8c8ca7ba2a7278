import type { Cohort } from '../../../domain/analytics/cohort';
import { dayText, LONGEST_PERIOD, lastDays, type Period, parseDay } from '../../../domain/analytics/day';
import { NONE } from '../../../domain/analytics/filter';
import { PRIORITIES, type Priority, URGENCIES, type Urgency } from '../../../domain/incident/incident';
import type { Instant } from '../../../domain/shared/time';

/** What the figures are narrowed to, as the address has it. Dates are days in UTC. */
export type AnalyticsFilter = {
  days: number | null;
  from: string;
  to: string;
  service: string;
  team: string;
  urgency: '' | Urgency;
  priority: '' | Priority | typeof NONE;
  /** Anything but the period is set. */
  active: boolean;
};

export const PERIODS = [7, 30, 90, 365] as const;
const USUAL = 30;

/** Whatever cannot be read is as if it were not there. */
export function readAnalyticsFilter(params: URLSearchParams): AnalyticsFilter {
  const text = (name: string): string => (params.get(name) ?? '').trim().slice(0, 64);
  const oneOf = <T extends string>(known: readonly T[], name: string): T | '' =>
    known.find((one) => one === text(name)) ?? '';
  const [from, to] = [parseDay(text('from')), parseDay(text('to'))];
  const hasDates = from !== null && to !== null && to >= from && to - from < LONGEST_PERIOD;
  const days = PERIODS.find((one) => String(one) === text('days')) ?? USUAL;
  const narrowed = {
    service: text('service'),
    team: text('team'),
    urgency: oneOf(URGENCIES, 'urgency'),
    priority: oneOf([...PRIORITIES, NONE], 'priority'),
  };
  return {
    days: hasDates ? null : days,
    from: hasDates ? text('from') : '',
    to: hasDates ? text('to') : '',
    ...narrowed,
    active: Object.values(narrowed).some((value) => value !== ''),
  };
}

/** The same as the operations take it. */
export function analyticsQuery({ days, from, to, service, team, urgency, priority }: AnalyticsFilter) {
  return {
    ...(days === null ? { from: parseDay(from) ?? 0, to: parseDay(to) ?? 0 } : { days }),
    ...(service ? { serviceId: service } : {}),
    ...(team ? { teamId: team } : {}),
    ...(urgency ? { urgency } : {}),
    ...(priority ? { priority } : {}),
  };
}

/** `path` with the filter in its address, and what is changed of it. */
export function analyticsLink(
  path: string,
  filter: AnalyticsFilter,
  change: Partial<AnalyticsFilter> & Record<string, unknown> = {},
): string {
  const { active: _active, ...all } = { ...filter, ...change };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    if (value === null || value === '' || value === undefined) continue;
    if (name === 'days' && value === USUAL) continue;
    params.set(name, String(value));
  }
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Dates instead of a number of days: what was looked at stays the same tomorrow. */
export function fixed(filter: AnalyticsFilter, now: Instant): AnalyticsFilter {
  if (filter.days === null) return filter;
  const { from, to }: Period = lastDays(filter.days, now);
  return { ...filter, days: null, from: dayText(from), to: dayText(to - 1) };
}

/** Where the incidents behind a number are listed. */
export const cohortLink = (
  filter: AnalyticsFilter,
  cohort: Cohort,
  change: Partial<AnalyticsFilter> & { user?: string; key?: string; weekday?: number; hour?: number } = {},
): string => analyticsLink('/analytics/incidents', filter, { ...change, cohort: cohort === 'all' ? '' : cohort });

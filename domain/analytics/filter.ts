import * as z from 'zod';
import { PRIORITIES, type Priority, URGENCIES, type Urgency } from '../incident/incident';
import { idField } from '../shared/input';
import { pageInput } from '../shared/page';
import type { Instant } from '../shared/time';
import { COHORTS } from './cohort';
import { LONGEST_PERIOD, lastDays, type Period, parseDay, parseMonth } from './day';

/** Stands for "has no team" and "has no priority" where figures are narrowed to those. */
export const NONE = 'none';

/** What figures are narrowed to. */
export type Narrowed = {
  serviceId?: string | undefined;
  teamId?: string | undefined;
  urgency?: Urgency | undefined;
  priority?: Priority | typeof NONE | undefined;
};

const USUAL_DAYS = 30;

const dayField = z.string().transform((text, ctx) => {
  const day = parseDay(text);
  if (day === null) ctx.addIssue({ code: 'custom', message: 'Must be a date such as 2026-11-23' });
  return day ?? 0;
});

const narrowing = {
  serviceId: idField.optional(),
  teamId: idField.optional(),
  urgency: z.enum(URGENCIES).optional(),
  priority: z.enum([...PRIORITIES, NONE]).optional(),
};

/** `days` (the last so many, today being one) or `from` and `to`, dates in UTC of which both belong to it. */
export const analyticsInput = z.object({
  days: z.coerce.number().int().min(1).max(LONGEST_PERIOD).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  ...narrowing,
});
export type AnalyticsInput = z.output<typeof analyticsInput>;

/** The period that is asked for; the last 30 days where it cannot be: backwards, or more than 400 days. */
export function periodOf({ days, from, to }: Pick<AnalyticsInput, 'days' | 'from' | 'to'>, now: Instant): Period {
  if (from !== undefined && to !== undefined && to >= from && to - from < LONGEST_PERIOD) return { from, to: to + 1 };
  return lastDays(days ?? USUAL_DAYS, now);
}

/** `userId`: whom it interrupted. */
export const heatMapInput = analyticsInput.extend({ userId: idField.optional() });
export type HeatMapInput = z.output<typeof heatMapInput>;

export const cohortInput = analyticsInput.extend({
  ...pageInput.shape,
  cohort: z.enum(COHORTS).default('all'),
  /** Whom it interrupted, or (for `acknowledged`) who acknowledged. */
  userId: idField.optional(),
  dedupKey: z.string().max(300).optional(),
  /** Interruptions of one cell of the heat map: a weekday (0: Monday) and an hour, on the clock of whoever was interrupted. */
  weekday: z.coerce.number().int().min(0).max(6).optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
});
export type CohortInput = z.output<typeof cohortInput>;

const monthField = z.string().refine((text) => parseMonth(text) !== null, 'Must be a month such as 2026-11');
export const complianceInput = z.object({
  month: monthField.optional(),
  serviceId: narrowing.serviceId,
  teamId: narrowing.teamId,
});
export type ComplianceInput = z.output<typeof complianceInput>;

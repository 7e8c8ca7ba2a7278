import * as z from 'zod';
import { WEEKDAYS } from '../schedule/schedule';
import { idField, instantField, lineField, nameField, textField, zoneField } from '../shared/input';
import { DAY, type Instant } from '../shared/time';

const wholeMinute = instantField.transform((at) => at - (at % 60_000));

const repeatField = z
  .object({
    days: z.array(z.enum(WEEKDAYS)).min(1, 'Choose at least one day').max(7),
    until: instantField.nullable().default(null),
  })
  .nullable();

const labelsField = z
  .record(lineField(100), lineField(500))
  .refine((labels) => Object.keys(labels).length <= 10, 'At most 10 labels');

const fields = {
  name: nameField,
  reason: textField(1000).trim().nullable(),
  serviceIds: z.array(idField).max(200),
  labels: labelsField,
  timezone: zoneField,
  startAt: wholeMinute,
  endAt: wholeMinute,
  repeat: repeatField,
};

/** What makes a window whole; also asked of the result of a change. */
export type WindowShape = {
  serviceIds: readonly string[];
  labels: Record<string, string>;
  startAt: Instant;
  endAt: Instant;
  repeat: { until: Instant | null } | null;
};

/** Where a window is not one, by field; empty: it is. */
export function windowProblems({ serviceIds, labels, startAt, endAt, repeat }: WindowShape) {
  const problems: { path: string; message: string }[] = [];
  if (endAt <= startAt) problems.push({ path: 'endAt', message: 'Must be later than the start' });
  else if (endAt - startAt > (repeat ? 1 : 90) * DAY)
    problems.push({ path: 'endAt', message: repeat ? 'One that repeats lasts at most 24 hours' : 'At most 90 days' });
  if (repeat?.until && repeat.until <= startAt)
    problems.push({ path: 'repeat/until', message: 'Must be later than the start' });
  if (serviceIds.length === 0 && Object.keys(labels).length === 0)
    problems.push({ path: 'serviceIds', message: 'Name at least one service, or a label' });
  return problems;
}

export const createMaintenanceWindowInput = z
  .object({
    ...fields,
    reason: fields.reason.default(null),
    serviceIds: fields.serviceIds.default([]),
    labels: labelsField.default({}),
    timezone: zoneField.default('UTC'),
    repeat: repeatField.default(null),
  })
  .superRefine((input, ctx) => {
    for (const { path, message } of windowProblems(input))
      ctx.addIssue({ code: 'custom', path: path.split('/'), message });
  });
/** `labels`, `serviceIds` and `repeat`, where given, replace what was there. */
export const updateMaintenanceWindowInput = z.object(fields).partial();

export type CreateMaintenanceWindowInput = z.output<typeof createMaintenanceWindowInput>;
export type UpdateMaintenanceWindowInput = z.output<typeof updateMaintenanceWindowInput>;

import * as z from 'zod';
import { URGENCIES } from '../incident/incident';
import { idField, nameField, zoneField } from '../shared/input';
import { isCron } from './schedule';

const LONGEST_SECONDS = 366 * 24 * 3600;
const seconds = z.int().min(1).max(LONGEST_SECONDS);
const minutes = z
  .number()
  .positive()
  .max(LONGEST_SECONDS / 60);
const cronField = z.string().trim().max(100).refine(isCron, 'Must be five fields of cron, such as 30 3 * * 1-5');

const fields = {
  name: nameField,
  serviceId: idField,
  periodSeconds: seconds.nullable(),
  periodMinutes: minutes,
  cron: cronField.nullable(),
  timezone: zoneField,
  graceSeconds: z.int().min(0).max(LONGEST_SECONDS),
  graceMinutes: z
    .number()
    .min(0)
    .max(LONGEST_SECONDS / 60),
  urgency: z.enum(URGENCIES).nullable(),
  enabled: z.boolean(),
};

type Times = {
  periodSeconds?: number | null | undefined;
  periodMinutes?: number | undefined;
  graceSeconds?: number | undefined;
  graceMinutes?: number | undefined;
};

/** Minutes, where they were given, as seconds. */
function inSeconds<T extends Times>({ periodMinutes, graceMinutes, ...rest }: T) {
  const period = periodMinutes === undefined ? {} : { periodSeconds: Math.max(1, Math.round(periodMinutes * 60)) };
  const grace = graceMinutes === undefined ? {} : { graceSeconds: Math.round(graceMinutes * 60) };
  return { ...rest, ...period, ...grace };
}

/** A period or times of cron, and only one of them. Null where that is so; also asked of the result of a change. */
export const timesProblem = ({
  periodSeconds,
  cron,
}: {
  periodSeconds: number | null;
  cron: string | null;
}): { path: string; message: string } | null => {
  if (periodSeconds === null && cron === null)
    return { path: 'periodSeconds', message: 'Give a period, or times as cron' };
  if (periodSeconds !== null && cron !== null) return { path: 'cron', message: 'Give a period or cron, not both' };
  return null;
};

export const DEFAULT_GRACE_SECONDS = 300;

export const createHeartbeatInput = z
  .object({
    ...fields,
    periodSeconds: fields.periodSeconds.default(null),
    periodMinutes: fields.periodMinutes.optional(),
    cron: fields.cron.default(null),
    timezone: fields.timezone.default('UTC'),
    graceSeconds: fields.graceSeconds.default(DEFAULT_GRACE_SECONDS),
    graceMinutes: fields.graceMinutes.optional(),
    urgency: fields.urgency.default(null),
    enabled: fields.enabled.default(true),
  })
  .transform(inSeconds)
  .superRefine((input, ctx) => {
    const problem = timesProblem(input);
    if (problem) ctx.addIssue({ code: 'custom', path: [problem.path], message: problem.message });
  });

/** A period takes the place of cron, and cron that of a period. */
export const updateHeartbeatInput = z.object(fields).partial().transform(inSeconds);

export type CreateHeartbeatInput = z.output<typeof createHeartbeatInput>;
export type UpdateHeartbeatInput = z.output<typeof updateHeartbeatInput>;

import * as z from 'zod';
import { PRIORITIES, URGENCIES } from '../incident/incident';
import { DEFAULT_SLA_WARNING_PERCENT } from '../incident/sla';
import { DEFAULT_SERVICE_SETTINGS, type ServiceSettings } from '../plan/plan';
import { idField, lineField, linkField, nameField, textField } from '../shared/input';
import { THREAD_KINDS } from '../slack/thread-kinds';
import { LOCATION_HINTS } from './location';

const WEEK_SECONDS = 7 * 24 * 3600;
const YEAR_MINUTES = 366 * 24 * 60;

const timeout = z.int().min(1).max(WEEK_SECONDS).nullable();
const minutes = z.int().min(1).max(YEAR_MINUTES).nullable();

/** Any part of the settings; what is left out stays as it is (on a new service: the default). */
const settings = z.object({
  defaultUrgency: z.enum(URGENCIES).optional(),
  acknowledgementTimeoutSeconds: z.partialRecord(z.enum(URGENCIES), timeout).optional(),
  sla: z
    .partialRecord(
      z.enum(PRIORITIES),
      z.object({ acknowledgeMinutes: minutes.optional(), resolveMinutes: minutes.optional() }),
    )
    .optional(),
  slaWarningPercent: z.int().min(1).max(99).nullable().optional(),
  slaPausesInMaintenance: z.boolean().optional(),
  slaPausesWhileSnoozed: z.boolean().optional(),
  locationHint: z.enum(LOCATION_HINTS).nullable().optional(),
  reopenWindowMinutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .nullable()
    .optional(),
  threadKinds: z.array(z.enum(THREAD_KINDS)).nullable().optional(),
});

const fields = {
  name: nameField,
  description: textField(10_000).nullable(),
  teamId: idField.nullable(),
  escalationPolicyId: idField.nullable(),
  slackChannel: lineField(200).nullable(),
  runbookUrl: linkField.nullable(),
  settings,
};

export const createServiceInput = z.object(fields).partial().extend({ name: nameField });
export const updateServiceInput = z.object(fields).partial();

export type SettingsInput = z.output<typeof settings>;
export type CreateServiceInput = z.output<typeof createServiceInput>;
export type UpdateServiceInput = z.output<typeof updateServiceInput>;

/** What is named now, else what stood before, else (stored before there was a choice) the default. */
const given = <T>(input: T | undefined, base: T | undefined, otherwise: T): T => {
  if (input !== undefined) return input;
  return base === undefined ? otherwise : base;
};

/** `base` with every part that `input` names put in its place. */
export function mergeSettings(
  input: SettingsInput = {},
  base: ServiceSettings = DEFAULT_SERVICE_SETTINGS,
): ServiceSettings {
  const sla = { ...base.sla };
  for (const priority of PRIORITIES) sla[priority] = { ...sla[priority], ...input.sla?.[priority] };
  return {
    defaultUrgency: input.defaultUrgency ?? base.defaultUrgency,
    acknowledgementTimeoutSeconds: { ...base.acknowledgementTimeoutSeconds, ...input.acknowledgementTimeoutSeconds },
    sla,
    slaWarningPercent: given(input.slaWarningPercent, base.slaWarningPercent, DEFAULT_SLA_WARNING_PERCENT),
    slaPausesInMaintenance: given(input.slaPausesInMaintenance, base.slaPausesInMaintenance, true),
    slaPausesWhileSnoozed: given(input.slaPausesWhileSnoozed, base.slaPausesWhileSnoozed, false),
    locationHint: given(input.locationHint, base.locationHint, null),
    reopenWindowMinutes: given(input.reopenWindowMinutes, base.reopenWindowMinutes, null),
    threadKinds: given(input.threadKinds, base.threadKinds, null),
  };
}

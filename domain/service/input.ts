import * as z from 'zod';
import { KEPT_OPENINGS } from '../alert/hold';
import { DEFAULT_AVAILABILITY_PERCENT } from '../analytics/error-budget';
import { PRIORITIES, URGENCIES } from '../incident/incident';
import { DEFAULT_SLA_WARNING_PERCENT } from '../incident/sla';
import { DEFAULT_SERVICE_SETTINGS, type ServiceSettings } from '../plan/plan';
import { idField, lineField, linkField, nameField, textField } from '../shared/input';
import { THREAD_KINDS } from '../slack/thread-kinds';
import { LOCATION_HINTS } from './location';

const WEEK_SECONDS = 7 * 24 * 3600;
const DAY_MINUTES = 24 * 60;
const YEAR_MINUTES = 366 * 24 * 60;

const timeout = z.int().min(1).max(WEEK_SECONDS).nullable();
const minutes = z.int().min(1).max(YEAR_MINUTES).nullable();

const upTo = (most: number) => z.int().min(1).max(most).nullable().optional();

/** What becomes of an alert before it pages; everything is off where nothing is set. */
const intake = {
  groupingMinutes: upTo(DAY_MINUTES),
  groupingLabels: z.array(lineField(100)).max(10).optional(),
  stormLimit: upTo(100_000),
  flapLimit: upTo(KEPT_OPENINGS),
  flapMinutes: upTo(DAY_MINUTES),
  holdBackSeconds: upTo(3600),
  holdBackCount: upTo(100_000),
  holdBackMinutes: upTo(DAY_MINUTES),
  autoResolveHours: upTo(365 * 24),
};

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
  availabilityPercent: z.number().min(50).max(99.999).optional(),
  locationHint: z.enum(LOCATION_HINTS).nullable().optional(),
  reopenWindowMinutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .nullable()
    .optional(),
  ...intake,
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
    availabilityPercent: given(input.availabilityPercent, base.availabilityPercent, DEFAULT_AVAILABILITY_PERCENT),
    locationHint: given(input.locationHint, base.locationHint, null),
    reopenWindowMinutes: given(input.reopenWindowMinutes, base.reopenWindowMinutes, null),
    groupingMinutes: given(input.groupingMinutes, base.groupingMinutes, null),
    groupingLabels: given(input.groupingLabels, base.groupingLabels, []),
    stormLimit: given(input.stormLimit, base.stormLimit, null),
    flapLimit: given(input.flapLimit, base.flapLimit, null),
    flapMinutes: given(input.flapMinutes, base.flapMinutes, null),
    holdBackSeconds: given(input.holdBackSeconds, base.holdBackSeconds, null),
    holdBackCount: given(input.holdBackCount, base.holdBackCount, null),
    holdBackMinutes: given(input.holdBackMinutes, base.holdBackMinutes, null),
    autoResolveHours: given(input.autoResolveHours, base.autoResolveHours, null),
    threadKinds: given(input.threadKinds, base.threadKinds, null),
  };
}

import * as z from 'zod';
import { URGENCIES } from '../incident/incident';
import { CHANNELS } from '../notification/channels';
import { idField, nameField } from '../shared/input';
import { END_ACTIONS, TARGET_KINDS } from './policy';
import { stepHoursField } from './working-hours';

const WEEK_SECONDS = 7 * 24 * 3600;

export const targetField = z.object({
  kind: z.enum(TARGET_KINDS),
  id: idField,
  leadOnly: z.boolean().optional(),
});

const minutes = z
  .number()
  .min(0)
  .max(WEEK_SECONDS / 60);
const seconds = z.int().min(0).max(WEEK_SECONDS);

const orAny = <T>(list: T[] | null | undefined): T[] | null => (list && list.length > 0 ? [...new Set(list)] : null);

/** Either unit may be given, never both; stored in seconds. Nothing given means at once. */
const stepField = z
  .object({
    delayMinutes: minutes.optional(),
    delaySeconds: seconds.optional(),
    targets: z.array(targetField).max(20),
    channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).nullish(),
    urgencies: z.array(z.enum(URGENCIES)).max(URGENCIES.length).nullish(),
    hours: stepHoursField.nullish(),
    roundRobin: z.boolean().optional(),
  })
  .refine((step) => step.delayMinutes === undefined || step.delaySeconds === undefined, {
    path: ['delayMinutes'],
    message: 'Give either delayMinutes or delaySeconds',
  })
  .transform(({ delayMinutes, delaySeconds, targets, channels, urgencies, hours, roundRobin }) => ({
    delaySeconds: delaySeconds ?? Math.round((delayMinutes ?? 0) * 60),
    targets,
    // An empty list would be a step that can reach nobody, or is for no urgency.
    channels: orAny(channels),
    urgencies: orAny(urgencies),
    hours: hours ?? null,
    roundRobin: roundRobin ?? false,
  }));

const fields = {
  name: nameField,
  /** Extra cycles after the first. */
  repeat: z.int().min(0).max(100),
  repeatAfterMinutes: minutes.optional(),
  repeatAfterSeconds: seconds.optional(),
  steps: z.array(stepField).min(1, 'A policy needs a step').max(20),
  endAction: z.enum(END_ACTIONS),
  lastResort: z.array(targetField).max(20),
};

const repeatAfterInSeconds = <T extends { repeatAfterMinutes?: number; repeatAfterSeconds?: number }>(input: T) => {
  const { repeatAfterMinutes, repeatAfterSeconds, ...rest } = input;
  const given =
    repeatAfterSeconds ?? (repeatAfterMinutes === undefined ? undefined : Math.round(repeatAfterMinutes * 60));
  return { ...rest, repeatAfterSeconds: given };
};

export const createPolicyInput = z
  .object({
    ...fields,
    repeat: fields.repeat.default(0),
    endAction: fields.endAction.default('stop'),
    lastResort: fields.lastResort.default([]),
  })
  .transform(repeatAfterInSeconds);

/** `steps`, where given, replaces all steps. */
export const updatePolicyInput = z
  .object({
    ...fields,
    name: fields.name.optional(),
    repeat: fields.repeat.optional(),
    endAction: fields.endAction.optional(),
    steps: fields.steps.optional(),
    lastResort: fields.lastResort.optional(),
  })
  .transform(repeatAfterInSeconds);

/** Used where a policy says nothing (SEMANTICS 1). */
export const DEFAULT_REPEAT_AFTER_SECONDS = 300;

export type StepInput = z.output<typeof stepField>;
export type CreatePolicyInput = z.output<typeof createPolicyInput>;
export type UpdatePolicyInput = z.output<typeof updatePolicyInput>;

import * as z from 'zod';
import { CHANNELS } from '../notification/channels';
import { idField, nameField } from '../shared/input';
import { TARGET_KINDS } from './policy';

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

/** Either unit may be given, never both; stored in seconds. Nothing given means at once. */
const stepField = z
  .object({
    delayMinutes: minutes.optional(),
    delaySeconds: seconds.optional(),
    targets: z.array(targetField).max(20),
    channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).nullish(),
  })
  .refine((step) => step.delayMinutes === undefined || step.delaySeconds === undefined, {
    path: ['delayMinutes'],
    message: 'Give either delayMinutes or delaySeconds',
  })
  .transform(({ delayMinutes, delaySeconds, targets, channels }) => ({
    delaySeconds: delaySeconds ?? Math.round((delayMinutes ?? 0) * 60),
    targets,
    // An empty list would be a step that can reach nobody.
    channels: channels && channels.length > 0 ? [...new Set(channels)] : null,
  }));

const fields = {
  name: nameField,
  /** Extra cycles after the first. */
  repeat: z.int().min(0).max(100),
  repeatAfterMinutes: minutes.optional(),
  repeatAfterSeconds: seconds.optional(),
  steps: z.array(stepField).min(1, 'A policy needs a step').max(20),
  lastResort: z.array(targetField).max(20),
};

const repeatAfterInSeconds = <T extends { repeatAfterMinutes?: number; repeatAfterSeconds?: number }>(input: T) => {
  const { repeatAfterMinutes, repeatAfterSeconds, ...rest } = input;
  const given =
    repeatAfterSeconds ?? (repeatAfterMinutes === undefined ? undefined : Math.round(repeatAfterMinutes * 60));
  return { ...rest, repeatAfterSeconds: given };
};

export const createPolicyInput = z
  .object({ ...fields, repeat: fields.repeat.default(0), lastResort: fields.lastResort.default([]) })
  .transform(repeatAfterInSeconds);

/** `steps`, where given, replaces all steps. */
export const updatePolicyInput = z
  .object({
    ...fields,
    name: fields.name.optional(),
    repeat: fields.repeat.optional(),
    steps: fields.steps.optional(),
    lastResort: fields.lastResort.optional(),
  })
  .transform(repeatAfterInSeconds);

/** Used where a policy says nothing (SEMANTICS 1). */
export const DEFAULT_REPEAT_AFTER_SECONDS = 300;

export type StepInput = z.output<typeof stepField>;
export type CreatePolicyInput = z.output<typeof createPolicyInput>;
export type UpdatePolicyInput = z.output<typeof updatePolicyInput>;

import * as z from 'zod';
import { idField, instantField, nameField, zoneField } from '../shared/input';
import { layerSchema } from './schedule';

/** `userId` null: nobody. In a whole schedule the short words of the schedule format (`user`, `replaces`) do too. */
export const overrideInput = z
  .object({
    userId: idField.nullish(),
    user: idField.nullish(),
    replacesUserId: idField.nullish(),
    replaces: idField.nullish(),
    start: instantField,
    end: instantField,
  })
  .refine((override) => override.userId !== undefined || override.user !== undefined, {
    path: ['userId'],
    message: 'Name a person, or null for nobody',
  })
  .refine(({ start, end }) => end > start, { path: ['end'], message: 'Must be later than the start' })
  .transform(({ userId, user, replacesUserId, replaces, start, end }) => ({
    userId: userId ?? user ?? null,
    replacesUserId: replacesUserId ?? replaces ?? null,
    start,
    end,
  }));

const fields = {
  name: nameField,
  timezone: zoneField,
  /** Users are user ids. */
  layers: z.array(layerSchema).max(50),
};

export const createScheduleInput = z.object({ ...fields, overrides: z.array(overrideInput).max(500).default([]) });
/**
 * `layers`, where given, replaces all layers; overrides have an address of their own. Whoever's turn it is keeps it
 * unless `keepCurrent` is false. With `effectiveFrom` the old layers end and the new ones begin at that instant.
 */
export const updateScheduleInput = z
  .object(fields)
  .partial()
  .extend({ keepCurrent: z.boolean().default(true), effectiveFrom: instantField.optional() });

/** Any subset; what is left out stays. */
export const updateOverrideInput = z.object({
  userId: idField.nullable().optional(),
  replacesUserId: idField.nullable().optional(),
  start: instantField.optional(),
  end: instantField.optional(),
});

export type OverrideInput = z.output<typeof overrideInput>;
export type CreateScheduleInput = z.output<typeof createScheduleInput>;
export type UpdateOverrideInput = z.output<typeof updateOverrideInput>;
export type UpdateScheduleInput = z.output<typeof updateScheduleInput>;

import * as z from 'zod';
import { idField, instantField } from '../shared/input';

/**
 * A shift to be covered, or a part of it. `userId`: whose; one's own if left out. `offeredTo`: these people instead of
 * all others of the schedule. `agreed`: the one person named has said yes already, so the shift is theirs at once.
 */
export const coverInput = z
  .object({
    userId: idField.optional(),
    start: instantField,
    end: instantField,
    offeredTo: z.array(idField).max(50).optional(),
    agreed: z.boolean().default(false),
  })
  .refine(({ start, end }) => end > start, { path: ['end'], message: 'Must be later than the start' })
  .refine(({ agreed, offeredTo }) => !agreed || offeredTo?.length === 1, {
    path: ['offeredTo'],
    message: 'Name the one person who has agreed',
  });
export type CoverInput = z.output<typeof coverInput>;

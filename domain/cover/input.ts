import * as z from 'zod';
import { idField, instantField } from '../shared/input';

/**
 * A shift to be covered, or a part of it. `userId`: whose; one's own if left out. `offeredTo`: these people instead of
 * all others of the schedule. `inReturn`: a shift on the same schedule, or a part of one, of the one person named, which
 * is taken for it. `agreed`: that person has said yes already, so the shifts change hands at once.
 */
export const coverInput = z
  .object({
    userId: idField.optional(),
    start: instantField,
    end: instantField,
    offeredTo: z.array(idField).max(50).optional(),
    inReturn: z
      .object({ start: instantField, end: instantField })
      .refine(({ start, end }) => end > start, { path: ['end'], message: 'Must be later than the start' })
      .optional(),
    agreed: z.boolean().default(false),
  })
  .refine(({ start, end }) => end > start, { path: ['end'], message: 'Must be later than the start' })
  .refine(({ agreed, offeredTo }) => !agreed || offeredTo?.length === 1, {
    path: ['offeredTo'],
    message: 'Name the one person who has agreed',
  })
  .refine(({ inReturn, offeredTo }) => !inReturn || offeredTo?.length === 1, {
    path: ['offeredTo'],
    message: 'Name the one person whose shift is taken in return',
  })
  .refine(({ start, end, inReturn }) => !inReturn || inReturn.end <= start || inReturn.start >= end, {
    path: ['inReturn', 'start'],
    message: 'Must not overlap the shift that is given away',
  });
export type CoverInput = z.output<typeof coverInput>;

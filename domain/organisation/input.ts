import * as z from 'zod';
import { targetField } from '../escalation/input';
import { nameField } from '../shared/input';

/** Settings of the whole organisation; what is left out stays. `lastResort`, where given, replaces the whole list. */
export const updateSettingsInput = z
  .object({
    organisation: z.object({ name: nameField }),
    /** Whom to page when nobody else is left (SEMANTICS 2); empty: every ADMIN. */
    lastResort: z.array(targetField).max(20),
  })
  .partial();

export type UpdateSettingsInput = z.output<typeof updateSettingsInput>;

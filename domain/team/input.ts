import * as z from 'zod';
import { TEAM_ROLES } from '../access/roles';
import { idField, nameField } from '../shared/input';

const members = z
  .array(
    z.object({
      userId: idField,
      role: z.enum(TEAM_ROLES).default('MEMBER'),
      receiveNotifications: z.boolean().default(true),
    }),
  )
  .max(500)
  .superRefine((list, ctx) => {
    const seen = new Set<string>();
    for (const [i, { userId }] of list.entries()) {
      if (seen.has(userId)) ctx.addIssue({ code: 'custom', path: [i, 'userId'], message: 'Is a member already' });
      seen.add(userId);
    }
  });

const fields = { name: nameField, leadId: idField.nullable(), members };

export const createTeamInput = z.object({
  ...fields,
  leadId: fields.leadId.default(null),
  members: members.default([]),
});
/** `members`, where given, replaces the whole list. */
export const updateTeamInput = z.object(fields).partial();

export type CreateTeamInput = z.output<typeof createTeamInput>;
export type UpdateTeamInput = z.output<typeof updateTeamInput>;

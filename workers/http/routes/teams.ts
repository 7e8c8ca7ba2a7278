import { z } from '@hono/zod-openapi';
import { TEAM_ROLES } from '../../../domain/access/roles';
import { nameSearch } from '../../../domain/shared/search';
import { createTeamInput, updateTeamInput } from '../../../domain/team/input';
import { createTeam } from '../../operations/team/create';
import { getTeam } from '../../operations/team/get';
import { listTeams } from '../../operations/team/list';
import { removeTeam } from '../../operations/team/remove';
import { updateTeam } from '../../operations/team/update';
import { resource, stored } from '../resource-app';

const team = stored('Team', {
  name: z.string(),
  leadId: z.string().nullable(),
  members: z.array(z.object({ userId: z.string(), role: z.enum(TEAM_ROLES), receiveNotifications: z.boolean() })),
});

export const { app: teams } = resource({
  tag: 'teams',
  noun: 'team',
  answer: team,
  list: { query: z.object(nameSearch), run: listTeams },
  get: getTeam,
  create: { body: createTeamInput, run: createTeam },
  update: { body: updateTeamInput, run: updateTeam },
  remove: removeTeam,
});

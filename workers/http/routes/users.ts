import { z } from '@hono/zod-openapi';
import { ROLES, USER_STATUSES } from '../../../domain/access/roles';
import { idInput } from '../../../domain/shared/input';
import { nameSearch } from '../../../domain/shared/search';
import { createUserInput, updateUserInput } from '../../../domain/user/input';
import { createInvitation } from '../../operations/invitation/create';
import { createUser } from '../../operations/user/create';
import { getUser } from '../../operations/user/get';
import { listUsers } from '../../operations/user/list';
import { updateUser } from '../../operations/user/update';
import { endpoint } from '../endpoint';
import { resource, stored } from '../resource-app';

const user = stored('User', {
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  status: z.enum(USER_STATUSES),
  timezone: z.string(),
  locale: z.string(),
});

/** People are disabled, never deleted: the past goes on naming them. */
const made = resource({
  tag: 'users',
  noun: 'user',
  answer: user,
  list: {
    query: z.object({ ...nameSearch, role: z.enum(ROLES).optional(), status: z.enum(USER_STATUSES).optional() }),
    run: listUsers,
  },
  get: getUser,
  create: { body: createUserInput, run: createUser },
  update: { body: updateUserInput, run: updateUser },
});

endpoint(made, {
  method: 'post',
  path: '/{id}/invite',
  summary: 'Invites a person by a link, e-mailed and in this answer; the one before ends',
  params: idInput,
  answer: z.object({ url: z.string(), expiresAt: z.iso.datetime() }),
  created: true,
  run: createInvitation,
});

export const { app: users } = made;

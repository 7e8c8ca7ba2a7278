import { z } from '@hono/zod-openapi';
import { ROLES, USER_STATUSES } from '../../../domain/access/roles';
import { createUserInput, updateUserInput } from '../../../domain/user/input';
import { createUser } from '../../operations/user/create';
import { getUser } from '../../operations/user/get';
import { listUsers } from '../../operations/user/list';
import { updateUser } from '../../operations/user/update';
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
export const { app: users } = resource({
  tag: 'users',
  noun: 'user',
  answer: user,
  list: { run: listUsers },
  get: getUser,
  create: { body: createUserInput, run: createUser },
  update: { body: updateUserInput, run: updateUser },
});

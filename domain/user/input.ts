import * as z from 'zod';
import { ROLES, USER_STATUSES } from '../access/roles';
import { nameField, zoneField } from '../shared/input';

export const emailField = z.string().trim().toLowerCase().max(254).pipe(z.email('Must be an e-mail address'));

/** Length alone decides (ASVS 5.0, 6.2.1 and 6.2.9). */
const passwordField = z.string().min(8, 'At least 8 characters').max(128);

const fields = {
  name: nameField,
  email: emailField,
  role: z.enum(ROLES),
  timezone: zoneField,
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Must be a language tag such as en or pt-BR'),
  status: z.enum(USER_STATUSES),
  password: passwordField,
};

/** With a password the person is ACTIVE at once, without it INVITED; an admin may say otherwise. */
export const createUserInput = z.object({
  ...fields,
  timezone: zoneField.default('UTC'),
  locale: fields.locale.default('en'),
  status: fields.status.optional(),
  password: fields.password.optional(),
});

export const updateUserInput = z.object(fields).partial();

export type CreateUserInput = z.output<typeof createUserInput>;
export type UpdateUserInput = z.output<typeof updateUserInput>;

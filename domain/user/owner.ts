import type * as z from 'zod';
import { passwordField } from '../access/password-input';
import { createUserInput } from './input';

/** The first account of an installation: an administrator who can sign in at once. */
export const ownerInput = createUserInput
  .pick({ name: true, email: true, timezone: true, locale: true })
  .extend({ password: passwordField });
export type OwnerInput = z.output<typeof ownerInput>;

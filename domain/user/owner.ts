import type * as z from 'zod';
import { createUserInput } from './input';

/** The first account of an installation: an administrator who can sign in at once. */
export const ownerInput = createUserInput
  .pick({ name: true, email: true, timezone: true, locale: true, password: true })
  .required({ password: true });
export type OwnerInput = z.output<typeof ownerInput>;

import { eq } from 'drizzle-orm';
import type { UserStatus } from '../../domain/access/roles';
import type { Person } from '../../domain/access/viewer';
import type { Db } from '../client';
import { users } from '../schema';

/** Columns of `users` that make a person who can be signed in. */
export const PERSON_COLUMNS = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  timezone: users.timezone,
  locale: users.locale,
  status: users.status,
};

export type UserWithPassword = Person & { status: UserStatus; passwordHash: string | null };

/** The person with this e-mail address (lower case), whatever their status, with their password's hash. */
export const findUserByEmail = async (db: Db, email: string): Promise<UserWithPassword | null> =>
  (await db
    .select({ ...PERSON_COLUMNS, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
    .get()) ?? null;

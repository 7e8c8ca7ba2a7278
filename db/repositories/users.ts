import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Db } from '../client';
import { users } from '../schema';
import type { Statement } from './batch';
import { inIds, listPage } from './listing';

type Row = typeof users.$inferSelect;

/** A person, without the hash of their password. */
export type User = Omit<Row, 'passwordHash'>;

const { passwordHash: _never, ...publicColumns } = getTableColumns(users);

const withoutHash = ({ passwordHash: _hash, ...user }: Row): User => user;

export async function findUser(db: Db, id: string): Promise<User | null> {
  const [user] = await db.select(publicColumns).from(users).where(eq(users.id, id));
  return user ?? null;
}

/** In order of name. */
export async function listUsers(db: Db, page: PageRequest): Promise<Page<User> | null> {
  const found = await listPage(db, users, [users.name, users.id], page);
  return found && { ...found, data: found.data.map(withoutHash) };
}

/** Id, name and status of those among `ids` who exist. */
export const peopleNamed = (db: Db, ids: readonly string[]) =>
  db.select({ id: users.id, name: users.name, status: users.status }).from(users).where(inIds(users.id, ids));

export const insertUser = (db: Db, user: typeof users.$inferInsert): Statement => db.insert(users).values(user);

export const updateUser = (db: Db, id: string, changes: Partial<Omit<Row, 'id' | 'createdAt'>>): Statement =>
  db.update(users).set(changes).where(eq(users.id, id));

/** True if somebody else could still administer the organisation. */
export async function hasOtherAdmin(db: Db, id: string): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(users)
    .where(and(eq(users.role, 'ADMIN'), eq(users.status, 'ACTIVE'), ne(users.id, id)))
    .limit(1);
  return found.length > 0;
}

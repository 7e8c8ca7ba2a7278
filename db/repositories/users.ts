import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Role, UserStatus } from '../../domain/access/roles';
import type { Page, PageRequest } from '../../domain/shared/page';
import { foldText, type NameSearch } from '../../domain/shared/search';
import type { Db } from '../client';
import { users } from '../schema';
import type { Statement } from './batch';
import { holdsWords, inIds, keyed, listPage } from './listing';

type Row = typeof users.$inferSelect;

/** A person, without the hash of their password. */
export type User = Omit<Row, 'passwordHash' | 'nameKey'>;

const { passwordHash: _never, nameKey: _order, ...publicColumns } = getTableColumns(users);

const withoutHash = ({ passwordHash: _hash, nameKey: _key, ...user }: Row): User => user;

export async function findUser(db: Db, id: string): Promise<User | null> {
  const [user] = await db.select(publicColumns).from(users).where(eq(users.id, id));
  return user ?? null;
}

export type UserSearch = NameSearch & { role?: Role | undefined; status?: UserStatus | undefined };

/** In order of name. Every word of `q` stands in the name or in the address. */
export async function listUsers(
  db: Db,
  { q, sort, role, status, ...page }: PageRequest & UserSearch,
): Promise<Page<User> | null> {
  const where = and(
    holdsWords(sql`(${users.nameKey} || ' ' || ${users.email})`, q),
    role && eq(users.role, role),
    status && eq(users.status, status),
  );
  const found = await listPage(db, users, [users.nameKey, users.id], page, where, sort === '-name');
  return found && { ...found, data: found.data.map(withoutHash) };
}

/** Id, name and status of those among `ids` who exist. */
export const peopleNamed = (db: Db, ids: readonly string[]) =>
  db.select({ id: users.id, name: users.name, status: users.status }).from(users).where(inIds(users.id, ids));

/** The addresses of those among `ids` who exist. */
export async function emailsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: users.id, email: users.email }).from(users).where(inIds(users.id, ids));
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** Everybody active, to be named in notes. */
export const mentionable = (db: Db) =>
  db
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.status, 'ACTIVE'))
    .limit(5_000);

export const insertUser = (db: Db, user: Omit<typeof users.$inferInsert, 'nameKey'>): Statement =>
  db.insert(users).values(keyed(user));

export const updateUser = (
  db: Db,
  id: string,
  changes: Partial<Omit<Row, 'id' | 'createdAt' | 'nameKey'>>,
): Statement =>
  db
    .update(users)
    .set(changes.name === undefined ? changes : { ...changes, nameKey: foldText(changes.name) })
    .where(eq(users.id, id));

/** True if somebody else could still administer the organisation. */
export async function hasOtherAdmin(db: Db, id: string): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(users)
    .where(and(eq(users.role, 'ADMIN'), eq(users.status, 'ACTIVE'), ne(users.id, id)))
    .limit(1);
  return found.length > 0;
}

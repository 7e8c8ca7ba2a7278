import { and, asc, desc, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { decodeCursor, limitOf, type Page, type PageRequest, toPage } from '../../domain/shared/page';
import { foldText, wordsIn } from '../../domain/shared/search';
import type { Db } from '../client';

/** Ids as one bound value, however many there are (D1 binds at most 100). */
export const inIds = (column: SQLiteColumn, ids: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/**
 * One page of a table in ascending order of `key` (from its end: `down`), whose columns have an index in that order and
 * are never null.
 * Null for a cursor that this list did not give out.
 */
export async function listPage<T extends SQLiteTable>(
  db: Db,
  table: T,
  key: readonly SQLiteColumn[],
  page: PageRequest,
  where?: SQL,
  down = false,
): Promise<Page<T['$inferSelect']> | null> {
  const after = page.cursor === undefined ? [] : decodeCursor(page.cursor, key.length);
  if (after === null) return null;
  const columns = sql.join([...key], sql`, `);
  const values = sql.join(
    after.map((value) => sql`${value}`),
    sql`, `,
  );
  const beyond = after.length > 0 ? sql`(${columns}) ${down ? sql`<` : sql`>`} (${values})` : undefined;
  const rows: T['$inferSelect'][] = await db
    .select()
    .from(table as SQLiteTable)
    .where(and(where, beyond))
    .orderBy(...key.map((column) => (down ? desc(column) : asc(column))))
    .limit(limitOf(page) + 1);
  const names = namesOf(table, key);
  return toPage(rows, limitOf(page), (row) => names.map((name) => String((row as Record<string, unknown>)[name])));
}

const namesOf = (table: SQLiteTable, key: readonly SQLiteColumn[]): string[] => {
  const columns = Object.entries(getTableColumns(table));
  return key.map((column) => columns.find(([, other]) => other.name === column.name)?.[0] ?? '');
};

/** A row with the key by which it is found and put in order. */
export const keyed = <T extends { name: string }>(row: T): T & { nameKey: string } => ({
  ...row,
  nameKey: foldText(row.name),
});

/** True for rows whose folded `text` holds every word of `q`. */
export const holdsWords = (text: SQL | SQLiteColumn, q: string | undefined): SQL | undefined =>
  and(...wordsIn(q ?? '').map((word) => sql`instr(${text}, ${word}) > 0`));

/** The rows of `children` under each id of their parent, in the order they came. */
export function groupBy<T>(children: readonly T[], parentOf: (child: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const child of children) {
    const group = groups.get(parentOf(child));
    if (group) group.push(child);
    else groups.set(parentOf(child), [child]);
  }
  return groups;
}

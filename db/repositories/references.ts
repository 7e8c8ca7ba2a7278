import { and, isNull, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../client';
import { escalationPolicies, schedules, services, teams, users } from '../schema';
import { inIds } from './listing';

const TABLES = { USER: users, TEAM: teams, SCHEDULE: schedules, POLICY: escalationPolicies, SERVICE: services };

/** What other things refer to by id. */
export type ReferenceKind = keyof typeof TABLES;
export type Reference = { kind: ReferenceKind; id: string };

/** Those of `references` that name nothing (or a deleted service). One query per kind. */
export async function missingReferences<T extends Reference>(db: Db, references: readonly T[]): Promise<T[]> {
  const missing: T[] = [];
  for (const kind of new Set(references.map((reference) => reference.kind))) {
    const wanted = references.filter((reference) => reference.kind === kind);
    const found = await existing(db, kind, [...new Set(wanted.map(({ id }) => id))]);
    missing.push(...wanted.filter(({ id }) => !found.has(id)));
  }
  return missing;
}

async function existing(db: Db, kind: ReferenceKind, ids: readonly string[]): Promise<Set<string>> {
  const table = TABLES[kind];
  const live: SQL | undefined = kind === 'SERVICE' ? isNull(services.deletedAt) : undefined;
  const rows = await db
    .select({ id: table.id })
    .from(table as SQLiteTable)
    .where(and(inIds(table.id, ids), live));
  return new Set(rows.map(({ id }) => id));
}

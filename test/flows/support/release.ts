import { evictDurableObject, runInDurableObject } from 'cloudflare:test';

type Value = string | number | null;
/** An object's storage as it was: the statements that made its tables, and their rows. */
export type StoredObject = {
  namespace: 'INCIDENT' | 'INBOX' | 'PERSON' | 'PHONE';
  name: string;
  schema: string[];
  rows: Record<string, Record<string, Value>[]>;
};

const TABLES = `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'`;

/** Everything in an object's storage. */
export const dumpObject = (
  stub: DurableObjectStub,
  namespace: StoredObject['namespace'],
  name: string,
): Promise<StoredObject> =>
  runInDurableObject(stub, (_object, { storage: { sql } }) => {
    const things = sql.exec<{ name: string; sql: string }>(TABLES).toArray();
    const tables = things.filter((thing) => thing.sql.startsWith('CREATE TABLE'));
    const rows = Object.fromEntries(
      tables.map((table) => [table.name, sql.exec<Record<string, Value>>(`SELECT * FROM ${table.name}`).toArray()]),
    );
    return { namespace, name, schema: things.map((thing) => thing.sql), rows };
  });

/** Puts a stored object in the place of whatever stands there, as a deploy finds it; the next call makes it anew from that. */
export async function restoreObject(stub: DurableObjectStub, { schema, rows }: StoredObject): Promise<void> {
  await runInDurableObject(stub, async (_object, { storage }) => {
    const { sql } = storage;
    const old = sql.exec<{ name: string; sql: string }>(TABLES).toArray();
    for (const { name, sql: made } of old) if (made.startsWith('CREATE TABLE')) sql.exec(`DROP TABLE ${name}`);
    for (const statement of schema) sql.exec(statement);
    for (const [table, list] of Object.entries(rows))
      for (const row of list) {
        const names = Object.keys(row);
        const marks = names.map(() => '?').join(', ');
        sql.exec(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, ...Object.values(row));
      }
    await storage.deleteAlarm();
  });
  await evictDurableObject(stub);
}

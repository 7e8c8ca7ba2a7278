/** Runs the object's migrations that it has not seen, in order, each once. Called in the constructor. */
export function migrate(storage: DurableObjectStorage, migrations: readonly string[]): void {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY)');
  const seen = sql.exec<{ seen: number }>('SELECT count(*) AS seen FROM migrations').one().seen;
  for (const [index, statement] of migrations.entries()) {
    if (index < seen) continue;
    storage.transactionSync(() => {
      sql.exec(statement);
      sql.exec('INSERT INTO migrations (version) VALUES (?)', index + 1);
    });
  }
}

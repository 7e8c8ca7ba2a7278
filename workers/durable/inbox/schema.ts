/** Tables of an inbox, described in `docs/storage.md`. Only ever append. */
export const INBOX_MIGRATIONS = [
  `CREATE TABLE config (id INTEGER PRIMARY KEY CHECK (id = 1), config TEXT NOT NULL);
   CREATE TABLE keys (
     dedup_key TEXT PRIMARY KEY, generation INTEGER NOT NULL, incident_id TEXT NOT NULL, open INTEGER NOT NULL,
     count INTEGER NOT NULL, last_at INTEGER NOT NULL, urgency TEXT, number INTEGER
   ) WITHOUT ROWID;
   CREATE INDEX keys_incident ON keys (incident_id);
   CREATE TABLE journal (
     id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, status INTEGER NOT NULL, reason TEXT,
     results TEXT NOT NULL, headers TEXT NOT NULL, body TEXT NOT NULL
   );
   CREATE TABLE outbox (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, incident_id TEXT NOT NULL, due_at INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0, folds TEXT, message TEXT NOT NULL
   );
   CREATE INDEX outbox_due ON outbox (due_at);
   CREATE INDEX outbox_folds ON outbox (folds) WHERE folds IS NOT NULL;
   CREATE TABLE repeats (id INTEGER PRIMARY KEY AUTOINCREMENT, repeats TEXT NOT NULL);
   CREATE TABLE children (incident_id TEXT PRIMARY KEY, since INTEGER NOT NULL, poke_at INTEGER NOT NULL) WITHOUT ROWID;`,
  `ALTER TABLE keys ADD COLUMN closed_at INTEGER;
   ALTER TABLE keys ADD COLUMN triggered_at INTEGER;
   ALTER TABLE journal ADD COLUMN request TEXT;
   ALTER TABLE journal ADD COLUMN trace TEXT;
   CREATE TABLE early_resolves (
     dedup_key TEXT PRIMARY KEY, occurred_at INTEGER NOT NULL, heard_at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE seen (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE silence (id INTEGER PRIMARY KEY CHECK (id = 1), heard_at INTEGER NOT NULL, alarmed INTEGER NOT NULL);
   CREATE TABLE subscriptions (
     id INTEGER PRIMARY KEY AUTOINCREMENT, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, body TEXT NOT NULL
   );`,
  `CREATE TABLE heartbeat (
     id INTEGER PRIMARY KEY CHECK (id = 1), since INTEGER NOT NULL, last_ping_at INTEGER, down_since INTEGER,
     wait_until INTEGER, look_at INTEGER
   );
   CREATE TABLE pings (
     id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, failed INTEGER NOT NULL, agent TEXT NOT NULL
   );
   CREATE TABLE changes (
     id INTEGER PRIMARY KEY AUTOINCREMENT, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, change TEXT NOT NULL
   );`,
  `ALTER TABLE keys ADD COLUMN opened_at TEXT;
   CREATE TABLE gatherings (
     name TEXT PRIMARY KEY, incident_id TEXT NOT NULL, opened_at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE pace (service_id TEXT PRIMARY KEY, since INTEGER NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID;`,
  // A storm pays for every row: repeats need no number that is never used again, and an outbox is too short for indexes.
  `CREATE TABLE kept_repeats (id INTEGER PRIMARY KEY, repeats TEXT NOT NULL);
   INSERT INTO kept_repeats (id, repeats) SELECT id, repeats FROM repeats;
   DROP TABLE repeats;
   ALTER TABLE kept_repeats RENAME TO repeats;
   DROP INDEX outbox_due;
   DROP INDEX outbox_folds;`,
] as const;

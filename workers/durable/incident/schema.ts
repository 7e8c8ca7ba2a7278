/** Tables of an incident's object, described in `docs/storage.md`. Only ever append. */
export const INCIDENT_MIGRATIONS = [
  `CREATE TABLE incident (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     state TEXT NOT NULL,
     plan TEXT NOT NULL,
     projected_seq INTEGER NOT NULL DEFAULT 0,
     projected_wake INTEGER,
     confirmed INTEGER NOT NULL DEFAULT 0,
     project_at INTEGER
   );
   CREATE TABLE timers (id TEXT PRIMARY KEY, at INTEGER NOT NULL, timer TEXT NOT NULL);
   CREATE TABLE timeline (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, entry TEXT NOT NULL);
   CREATE INDEX timeline_seq ON timeline (seq);
   CREATE TABLE notifications (
     id TEXT PRIMARY KEY, seq INTEGER NOT NULL, wave INTEGER NOT NULL, settled INTEGER NOT NULL, notification TEXT NOT NULL
   );
   CREATE INDEX notifications_seq ON notifications (seq);
   CREATE INDEX notifications_live ON notifications (settled, wave);
   CREATE TABLE deliveries (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, delivery TEXT NOT NULL);
   CREATE INDEX deliveries_seq ON deliveries (seq);
   CREATE TABLE effects (
     id INTEGER PRIMARY KEY AUTOINCREMENT, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, effect TEXT NOT NULL
   );
   CREATE TABLE inboxes (inbox TEXT PRIMARY KEY, seq INTEGER NOT NULL);`,
  `CREATE TABLE channel_post (
     id INTEGER PRIMARY KEY CHECK (id = 1), due_at INTEGER, post TEXT NOT NULL, told_failure TEXT
   );
   CREATE TABLE channel_news (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, event TEXT NOT NULL);
   CREATE TABLE requests (id TEXT PRIMARY KEY, at INTEGER NOT NULL);`,
] as const;

// `npm run generate-history -- COUNT DAYS`: puts COUNT believable past incidents of the demo's services into the
// local database of STATE_DIR, for looking at the product with a history. Stop the product first; it counts them when it
// runs again (2,000 a minute).
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { build } from 'esbuild';
import { explainAndExit, root, StartError, settingsFrom } from './start/settings.mjs';

/** The one file of the local D1. */
export function databaseIn(stateDir) {
  const folder = path.join(stateDir, 'v3/d1/miniflare-D1DatabaseObject');
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite');
  if (!file) throw new StartError(`There is no database in ${stateDir}: run npm start once.`);
  return path.join(folder, file);
}

async function statementsModule() {
  const outfile = path.join(root, '.wrangler/history-statements.mjs');
  const entry = path.join(root, 'scripts/history/statements.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
  return import(outfile);
}

/** Writes them in one transaction and answers how long that took, in milliseconds. */
export async function generateHistory(stateDir, count, days, now = Date.now()) {
  const { historyStatements } = await statementsModule();
  const db = new DatabaseSync(databaseIn(stateDir));
  const began = performance.now();
  db.exec('PRAGMA foreign_keys = OFF; BEGIN');
  for (const { sql, params } of historyStatements(count, days, now)) db.prepare(sql).run(...params);
  db.exec('COMMIT');
  db.close();
  return performance.now() - began;
}

if (process.argv[1] === import.meta.filename) {
  const [count, days] = process.argv.slice(2).map(Number);
  if (!(count > 0 && days > 0)) explainAndExit(new StartError('Say how many incidents and over how many days.'));
  else
    generateHistory(settingsFrom(process.env).stateDir, count, days)
      .then((ms) => console.log(`${count} incidents over ${days} days, written in ${Math.round(ms / 1000)} s.`))
      .catch(explainAndExit);
}

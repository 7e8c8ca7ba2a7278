// Serves one bundled Worker from workerd itself, without wrangler's proxy, log and watchers: what is measured or killed
// here is the product. Settings come as JSON in argv[2]: { options, bundle, entry, port, stateDir, variables, migrate }. Prints
// one line of JSON when it is ready.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../start/settings.mjs';

// The runtime that wrangler itself brings along.
const require = createRequire(createRequire(import.meta.url).resolve('wrangler'));
const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = require('miniflare');

const { options, bundle, entry, port, stateDir, variables, migrate } = JSON.parse(process.argv[2]);

const names = readdirSync(bundle);
const scripts = names.filter((name) => /\.m?js$/.test(name));
const main = entry ?? scripts[0];
const moduleOf = (type) => (name) => ({ type, path: path.join(bundle, name) });
const modules = [
  ...[main, ...scripts.filter((name) => name !== main)].map(moduleOf('ESModule')),
  ...names.filter((name) => name.endsWith('.wasm')).map(moduleOf('CompiledWasm')),
];

async function applyMigrations(runtime) {
  const db = await runtime.getD1Database('DB');
  const folder = path.join(root, 'migrations');
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const file of files.sort()) {
    const statements = readFileSync(path.join(folder, file), 'utf8').split('--> statement-breakpoint');
    await db.batch(statements.map((statement) => db.prepare(statement)));
  }
}

const runtime = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port,
    log: new Log(LogLevel.WARN),
    cf: false,
    resourcePersistencePath: stateDir,
    unsafeTriggerHandlers: true,
    workers: [{ ...options, name: 'product', bindings: variables, modulesRoot: bundle, modules }],
  }),
);
const url = await runtime.ready;
if (migrate) await applyMigrations(runtime);
console.log(JSON.stringify({ event: 'ready', url: url.origin }));
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => runtime.dispose().finally(() => process.exit(0)));
// Whoever started it may be killed without a word: what it measured or tried is over then.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(1), 500).unref();

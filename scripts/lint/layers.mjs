// The arrows of ARCHITECTURE, section 3, as a table: which part may import which. A part may import itself.
// `types` may be imported with `import type` only. `packages` is a list of all allowed ones; without it, see ONLY_IN.

const PLATFORM_BELOW = ['settings', 'access', 'senders', 'db-repositories', 'db-client', 'domain'];
const WORK_BELOW = [...PLATFORM_BELOW, 'platform', 'durable-ports', 'queue-messages'];

export const LAYERS = [
  // The outside: tests, scripts and configuration may import anything, and nothing of the product may import them.
  { name: 'test', path: /^test\/|\.test(ing)?\.tsx?$|\/testing\//, open: true },
  { name: 'scripts', path: /^scripts\//, open: true },
  { name: 'configuration', path: /^[^/]+$/, open: true },

  {
    name: 'domain',
    path: /^domain\//,
    imports: [],
    packages: ['zod', 'temporal-polyfill/implementation', '@noble/hashes', 'croner'],
  },

  { name: 'db-schema', path: /^db\/schema(\/|$)/, imports: ['domain'] },
  { name: 'db-client', path: /^db\/client(\.ts)?$/, imports: ['db-schema'] },
  { name: 'db-repositories', path: /^db\/repositories\//, imports: ['db-schema', 'db-client', 'domain'] },
  { name: 'db-seed', path: /^db\/seed\//, imports: ['db-repositories', 'db-schema', 'db-client', 'domain'] },

  { name: 'app-lib', path: /^app\/lib\//, imports: ['domain'], types: ['workers', 'db'] },
  { name: 'app-ui', path: /^app\/ui\//, imports: ['app-lib', 'domain'] },
  { name: 'app-components', path: /^app\/components\//, imports: ['app-ui', 'app-lib', 'domain'] },
  {
    name: 'app-routes',
    path: /^app\//,
    imports: ['app-components', 'app-ui', 'app-lib', 'domain'],
    types: ['workers', 'db'],
  },

  {
    name: 'settings',
    path: /^workers\/(env|config|context)(\.ts)?$/,
    imports: ['domain'],
    types: ['durable', 'db-client'],
  },
  // Senders sign what comes back to us and open what is sealed in a plan.
  { name: 'senders', path: /^workers\/senders\//, imports: ['settings', 'access', 'domain'], types: ['durable'] },
  {
    name: 'access',
    path: /^workers\/access\//,
    imports: ['settings', 'db-repositories', 'db-client', 'domain'],
  },
  {
    name: 'queue-messages',
    path: /^workers\/queues\/(messages|send)(\.ts)?$/,
    imports: ['platform', ...PLATFORM_BELOW],
  },
  {
    name: 'durable-ports',
    path: /^workers\/durable\/(stubs|ports)(\.ts)?$/,
    imports: ['settings', 'domain'],
    types: ['durable'],
  },
  { name: 'durable', path: /^workers\/durable\//, imports: WORK_BELOW },
  {
    name: 'operations',
    path: /^workers\/operations\//,
    imports: ['db-seed', ...WORK_BELOW.filter((name) => name !== 'senders')],
    types: ['durable'],
  },
  { name: 'queues', path: /^workers\/queues\//, imports: ['operations', ...WORK_BELOW] },
  { name: 'cron', path: /^workers\/cron\//, imports: ['operations', ...WORK_BELOW] },
  {
    name: 'http',
    path: /^workers\/http\//,
    imports: ['operations', 'access', 'platform', 'settings', 'durable-ports', 'app-build', 'domain'],
    types: ['db-repositories', 'db-client'],
  },
  // Mail comes in by a door of its own and goes where webhooks go.
  { name: 'mail', path: /^workers\/email\//, imports: ['settings', 'durable-ports', 'domain'] },
  {
    name: 'wiring',
    path: /^workers\/index(\.ts)?$/,
    imports: ['http', 'mail', 'queues', 'cron', 'durable', 'operations', 'app-build', ...WORK_BELOW],
  },
  // What the other files at the top of workers/ are: small pieces that everything there stands on.
  { name: 'platform', path: /^workers\/[^/]+$/, imports: PLATFORM_BELOW },

  { name: 'app-build', path: /^build\//, imports: [] },
];

/** Single files that may look past their own part, each with its reason. */
export const EXCEPTIONS = [
  { from: 'workers/http/routes/health.ts', to: 'db-repositories', why: 'readiness asks D1 itself' },
  { from: 'workers/http/routes/health.ts', to: 'senders', why: 'health names the providers that are on' },
];

const part = (name) => (layer) => layer === name || layer.startsWith(`${name}-`);
const inDb = part('db');
const inApp = part('app');
const inWorkers = (layer) => !inDb(layer) && !inApp(layer) && layer !== 'domain';

/** Packages that belong to one part of the tree. */
export const ONLY_IN = [
  { packages: /^drizzle-orm(\/|$)/, where: inDb, say: 'drizzle stays in db/' },
  { packages: /^cloudflare:/, where: inWorkers, say: 'cloudflare: modules exist only in workers/' },
  { packages: /^node:/, where: inWorkers, say: 'node: modules stay in workers/' },
  { packages: /^hono(\/|$)/, where: (layer) => ['http', 'wiring'].includes(layer), say: 'hono stays in workers/http' },
  { packages: /^(react|react-dom|@remix-run\/react)(\/|$)/, where: inApp, say: 'React stays in app/' },
  { packages: /^remix$/, where: () => false, say: 'the remix package is listed but must not be imported' },
];

export const layerOf = (path) => LAYERS.find((layer) => layer.path.test(path)) ?? null;

/** `types: ['workers']` means every part of workers/. */
export function mayImportTypes(layer, target) {
  return (layer.types ?? []).some(
    (name) => name === target || (name === 'db' && inDb(target)) || (name === 'workers' && inWorkers(target)),
  );
}

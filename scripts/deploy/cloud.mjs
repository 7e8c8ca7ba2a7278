// What the Cloudflare account has and lacks, asked and told through wrangler.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writePrivate, writePrivateJson } from '../start/files.mjs';
import { runNode, wranglerEnv } from '../start/node.mjs';
import { root, StartError, wranglerBin } from '../start/settings.mjs';

const DEPLOY_CONFIG = path.join(root, 'wrangler.deploy.toml');
const KEPT_SECRETS = path.join(root, '.wrangler/deploy/secrets.json');

const repositoryConfig = readFileSync(path.join(root, 'wrangler.toml'), 'utf8');
const valuesOf = (key) =>
  [...repositoryConfig.matchAll(new RegExp(`^${key} = "(.+)"$`, 'gm'))].map(([, value]) => value);
const [databaseName] = valuesOf('database_name');

const wrangler = (args, options) => runNode([wranglerBin, ...args], { env: wranglerEnv({ CI: '1' }), ...options });

/** Runs to the end or gives up, showing what wrangler says. */
export async function mustRun(args) {
  const { code } = await wrangler(args, { show: true });
  if (code !== 0) throw new StartError(`wrangler ${args.slice(0, 3).join(' ')} failed; its own message is above.`);
}

const withConfig = (args) => [...args, '--config', DEPLOY_CONFIG];
export const mustRunDeployed = (args) => mustRun(withConfig(args));

export async function requireLogin() {
  const { code } = await wrangler(['whoami', '--json']);
  if (code !== 0)
    throw new StartError('Not signed in to Cloudflare: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.');
}

async function databaseId() {
  const { code, output } = await wrangler(['d1', 'list', '--json']);
  if (code !== 0) throw new StartError(`The D1 databases could not be listed:\n${output}`);
  const list = JSON.parse(output.slice(output.indexOf('[')));
  return list.find(({ name }) => name === databaseName)?.uuid;
}

export async function ensureDatabase() {
  const known = await databaseId();
  if (known) return known;
  await mustRun(['d1', 'create', databaseName, '--update-config=false']);
  const made = await databaseId();
  if (!made) throw new StartError(`D1 ${databaseName} was created but is not listed yet: run this once more.`);
  return made;
}

/** Creating a queue that exists is refused, and that is as good. */
export async function ensureQueues() {
  for (const name of new Set([...valuesOf('queue'), ...valuesOf('dead_letter_queue')])) {
    const { code, output } = await wrangler(['queues', 'create', name]);
    if (code !== 0 && !/already (taken|exists)|11009/.test(output))
      throw new StartError(`Queue ${name} could not be created:\n${output}`);
  }
}

/** Only those that wrangler.toml binds: the copies of status pages, where somebody wants them. */
export async function ensureBuckets() {
  for (const name of valuesOf('bucket_name')) {
    const { code, output } = await wrangler(['r2', 'bucket', 'create', name, '--update-config=false']);
    if (code !== 0 && !/already (owned|exists)|10004/.test(output))
      throw new StartError(
        `Bucket ${name} could not be created (R2 has to be switched on once in the dashboard):\n${output}`,
      );
  }
}

/** The repository's configuration with this account's database, and the product's own host when it has one. */
export function writeDeployConfig(databaseUuid, appUrl) {
  const host = new URL(appUrl).hostname;
  const route = host.endsWith('.workers.dev') ? '' : `routes = [{ pattern = "${host}", custom_domain = true }]\n`;
  const config = repositoryConfig.replace(/^database_id = ".*"$/m, `database_id = "${databaseUuid}"`);
  writePrivate(DEPLOY_CONFIG, `# Written by scripts/deploy.mjs; change wrangler.toml instead.\n${route}${config}`);
}

/**
 * Secrets for a Worker that has none: `{ file, setupToken }`, or null. It must be sure: new keys over old ones would
 * make everything that is stored encrypted unreadable.
 */
export async function missingSecrets() {
  const { code, output } = await wrangler(withConfig(['secret', 'list']));
  const isFirst = code !== 0 && /10007|does not exist/.test(output);
  if (code !== 0 && !isFirst) throw new StartError(`The Worker's secrets could not be listed:\n${output}`);
  if (code === 0 && output.includes('"APP_SECRETS"')) return null;
  const secrets = {
    APP_SECRETS: `v1:${randomBytes(32).toString('base64')}`,
    SETUP_TOKEN: randomBytes(24).toString('base64url'),
  };
  writePrivateJson(KEPT_SECRETS, secrets);
  return { file: KEPT_SECRETS, setupToken: secrets.SETUP_TOKEN };
}

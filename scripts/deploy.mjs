// `npm run deploy`: puts the product into a Cloudflare account, the first time and each time after. With `--dry-run` it
// only builds and tells the size, and needs no account.
import {
  ensureBuckets,
  ensureDatabase,
  ensureQueues,
  missingSecrets,
  mustRun,
  mustRunDeployed,
  requireLogin,
  writeDeployConfig,
} from './deploy/cloud.mjs';
import { ensureBuilt } from './start/build-app.mjs';
import { explainAndExit, StartError } from './start/settings.mjs';

const DRY_RUN = ['deploy', '--minify', '--dry-run', '--outdir', '.wrangler/dry-run'];

/** Without it the product would take itself for a local one, with a local outbox instead of e-mail. */
function publicUrl() {
  const { APP_URL } = process.env;
  if (!URL.canParse(APP_URL ?? '') || !APP_URL.startsWith('https://'))
    throw new StartError(
      'Set APP_URL to the address people will use: APP_URL=https://pager.example.com npm run deploy',
    );
  return APP_URL.replace(/\/$/, '');
}

async function deploy() {
  const appUrl = publicUrl();
  await requireLogin();
  await ensureBuilt();
  console.log('Database and queues …');
  writeDeployConfig(await ensureDatabase(), appUrl);
  await ensureQueues();
  await ensureBuckets();
  const secrets = await missingSecrets();
  await mustRunDeployed(['d1', 'migrations', 'apply', 'DB', '--remote']);
  const withSecrets = secrets ? ['--secrets-file', secrets.file] : [];
  await mustRunDeployed(['deploy', '--minify', '--var', `APP_URL:${appUrl}`, ...withSecrets]);
  console.log(`\nDeployed to ${appUrl}`);
  if (!secrets) return;
  console.log(`Begin at ${appUrl}/setup?token=${secrets.setupToken}`);
  console.log(`The encryption keys are in ${secrets.file}: keep a copy in a safe place. Nobody can read them back.`);
  console.log('Providers: npx wrangler secret put NAME --config wrangler.deploy.toml (names: .dev.vars.example)');
}

async function dryRun() {
  await ensureBuilt();
  await mustRun(DRY_RUN);
}

(process.argv.includes('--dry-run') ? dryRun() : deploy()).catch(explainAndExit);

// `npm run seed [-- --force]`: makes the demo organisation anew, in the running product or in one started for it.
import { makeDemo } from './start/product.mjs';
import { runningInstance } from './start/run-record.mjs';
import { secretsOf } from './start/secrets.mjs';
import { explainAndExit, StartError, settingsFrom } from './start/settings.mjs';
import { startTemporarily } from './start/temporary.mjs';

async function seed() {
  const settings = settingsFrom(process.env);
  const running = runningInstance(settings);
  const temporary = running
    ? null
    : await startTemporarily({ EMPTY: '1', PORT: String(settings.port), STATE_DIR: settings.stateDir });
  try {
    const { SETUP_TOKEN } = secretsOf(settings, process.env);
    const url = running?.url ?? temporary.ready.url;
    const demo = await makeDemo(settings, url, SETUP_TOKEN, process.argv.includes('--force'));
    if (demo === 'refused')
      throw new StartError('This database holds other data than the demo. To replace it all: npm run seed -- --force');
    console.log(
      `The demo organisation is new.\n  Sign in   ${demo.email}  ${demo.password}\n  API key   ${demo.apiKey}`,
    );
    if (!running) console.log('  Start it  npm start');
  } finally {
    await temporary?.stop();
  }
}

seed().catch(explainAndExit);

// `npm run build`, and wrangler's own [build] command.
import { ensureBuilt } from './start/build-app.mjs';
import { explainAndExit } from './start/settings.mjs';

const began = Date.now();
try {
  if (await ensureBuilt()) console.log(`Built the app in ${((Date.now() - began) / 1000).toFixed(1)} s`);
} catch (error) {
  explainAndExit(error);
}

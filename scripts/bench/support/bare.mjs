// Serves the bare route (H) as the product is served: the same workerd with the same flags.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../start/settings.mjs';
import { bundleWorker } from '../../workerd/bundle.mjs';
import { startWorkerd } from '../../workerd/start.mjs';

/** Answers `{ url, stop }`. */
export async function startBare() {
  const config = path.join(root, 'scripts/bench/bare/wrangler.toml');
  const bundle = await bundleWorker(config);
  const stateDir = mkdtempSync(path.join(os.tmpdir(), 'opsknight-bare-'));
  const running = await startWorkerd({ config, bundle, stateDir });
  return {
    url: `${running.url}/`,
    async stop() {
      await running.stop();
      for (const folder of [bundle, stateDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

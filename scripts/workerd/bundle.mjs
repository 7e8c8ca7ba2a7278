// The Worker as it is deployed, bundled once, so that a start costs no build.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNode, wranglerEnv } from '../start/node.mjs';
import { wranglerBin } from '../start/settings.mjs';

/** Answers the folder of the bundle; whoever asked for it removes it. `config` is another Worker's configuration. */
export async function bundleWorker(config) {
  const outDir = mkdtempSync(path.join(os.tmpdir(), 'opsknight-bundle-'));
  const args = [
    wranglerBin,
    'deploy',
    '--dry-run',
    '--minify',
    '--outdir',
    outDir,
    ...(config ? ['--config', config] : []),
  ];
  const { code, output } = await runNode(args, { env: wranglerEnv() });
  if (code !== 0) throw new Error(`The Worker could not be bundled:\n${output}`);
  return outDir;
}

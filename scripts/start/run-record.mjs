// What this start has running, so that the next one can end it if this one is killed.
import { rmSync } from 'node:fs';
import { readJson, writePrivateJson } from './files.mjs';
import { descendantsOf, endProcesses, identityOf, isAlive, livingProcesses } from './processes.mjs';
import { StartError } from './settings.mjs';

const recorded = (settings) => readJson(settings.files.run);

/** The run that uses this STATE_DIR now, or null. */
export function runningInstance(settings) {
  const run = recorded(settings);
  return run?.ready && isAlive(run.supervisor, livingProcesses()) ? run : null;
}

/**
 * Ends what an earlier run left behind. A run that somebody still watches over is no leftover: two on one STATE_DIR
 * would write to the same database.
 */
export async function endLeftovers(settings) {
  const run = recorded(settings);
  if (!run) return;
  const table = livingProcesses();
  if (isAlive(run.supervisor, table) && run.supervisor.pid !== process.pid && isAlive(run.parent, table))
    throw new StartError(
      `Already running at ${run.url} (process ${run.supervisor.pid}) on ${settings.stateDir}. Stop it, or set STATE_DIR.`,
    );
  const ended = await endProcesses([run.supervisor, ...run.children].filter(Boolean));
  if (ended > 0) console.log(`Ended ${ended} processes of an earlier run.`);
  rmSync(settings.files.run, { force: true });
}

/** Keeps `run.json` true while the run lasts; the runtime is started anew on each reload, hence `refresh`. */
export function recordRun(settings) {
  const parent = identityOf(process.ppid, livingProcesses());
  let known = '';
  let ready = false;
  let children = [];
  const refresh = () => {
    const table = livingProcesses();
    // One whose own parent was killed is no longer below us, but still ours.
    const before = children.filter((child) => isAlive(child, table));
    const below = descendantsOf(process.pid, table).filter((pid) => !before.some((child) => child.pid === pid));
    children = [...before, ...below.map((pid) => identityOf(pid, table))];
    const run = {
      url: settings.url,
      ready,
      supervisor: identityOf(process.pid, table),
      parent,
      children,
    };
    const text = JSON.stringify(run);
    if (text === known) return;
    known = text;
    writePrivateJson(settings.files.run, run);
  };
  refresh();
  const timer = setInterval(refresh, 5000);
  timer.unref();
  return {
    refresh,
    markReady() {
      ready = true;
      refresh();
    },
    /** Ends what a part that died has left behind, such as its own children. */
    async endChildren() {
      refresh();
      await endProcesses(children);
      refresh();
    },
    /** Ends everything that this run started and forgets it. */
    async endAll() {
      clearInterval(timer);
      refresh();
      await endProcesses(children);
      rmSync(settings.files.run, { force: true });
    },
  };
}

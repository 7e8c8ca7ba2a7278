// Which processes are there, who started them, and when: a recorded id counts only together with its start time, so
// that a number which the system gave to somebody else is never killed.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

function fromProc() {
  const table = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] !== 'Z') table.set(Number(name), { parent: Number(fields[1]), started: fields[19] });
    } catch {
      // It ended while we were reading.
    }
  }
  return table;
}

function fromPs() {
  const table = new Map();
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,lstart='], { encoding: 'utf8' });
  for (const line of listing.split('\n')) {
    const [, pid, parent, state, started] = line.match(/^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/) ?? [];
    if (pid && !state.startsWith('Z')) table.set(Number(pid), { parent: Number(parent), started });
  }
  return table;
}

/** Every living process by its id; one that has ended and waits for its parent is not living. */
export const livingProcesses = () => (existsSync('/proc/self/stat') ? fromProc() : fromPs());

export const identityOf = (pid, table) => (table.has(pid) ? { pid, started: table.get(pid).started } : null);

export const isAlive = (identity, table) => Boolean(identity) && table.get(identity.pid)?.started === identity.started;

export function descendantsOf(pid, table) {
  const found = [];
  for (const [child, { parent }] of table) if (parent === pid) found.push(child, ...descendantsOf(child, table));
  return found;
}

function signal(identities, name) {
  const table = livingProcesses();
  const alive = identities.filter((identity) => isAlive(identity, table));
  for (const { pid } of alive)
    try {
      process.kill(pid, name);
    } catch {
      // It ended in between.
    }
  return alive.length;
}

async function allGone(identities, withinMs) {
  const end = Date.now() + withinMs;
  for (;;) {
    const table = livingProcesses();
    if (!identities.some((identity) => isAlive(identity, table))) return true;
    if (Date.now() > end) return false;
    await sleep(50);
  }
}

/** Ends these processes and what they started: politely at first. Answers how many there were. */
export async function endProcesses(identities, graceMs = 4000) {
  const table = livingProcesses();
  const alive = identities.filter((identity) => isAlive(identity, table)).map(({ pid }) => pid);
  const pids = new Set(alive.flatMap((pid) => [pid, ...descendantsOf(pid, table)]));
  const all = [...pids].map((pid) => identityOf(pid, table));
  if (all.length === 0) return 0;
  signal(all, 'SIGTERM');
  if (!(await allGone(all, graceMs))) {
    signal(all, 'SIGKILL');
    await allGone(all, 2000);
  }
  return all.length;
}

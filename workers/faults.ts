import type { Config } from './config';
import type { Env } from './env';

/** Faults that tests switch on (`FAULT_D1`, `FAULT_QUEUE`, `POST /api/test/faults`); only while the app is on loopback. */
export type Faults = Config['faults'];

let switched: Faults | null = null;

/** Sets the faults of this process. Locally every object and request shares one isolate, so all of them see it. */
export function switchFaults(faults: Faults): void {
  switched = faults;
}

const current = (config: Config): Faults => (config.isLocal ? (switched ?? config.faults) : { d1: null, queue: 0 });

const SLOW_MS = 5_000;

async function throughFault<T>(config: Config, work: () => Promise<T>): Promise<T> {
  const { d1 } = current(config);
  if (d1 === 'fail') throw new Error('D1_ERROR: injected fault');
  if (d1 === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  const answer = await work();
  if (d1 === 'commit-then-fail') throw new Error('D1_ERROR: injected fault after commit');
  return answer;
}

function faultyStatement(statement: D1PreparedStatement, config: Config): D1PreparedStatement {
  return new Proxy(statement, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'bind') return (...values: unknown[]) => faultyStatement(target.bind(...values), config);
      return (...rest: unknown[]) => throughFault(config, async () => Reflect.apply(value, target, rest));
    },
  });
}

/** The database, through the faults that are switched on. */
export function faultyD1(env: Env, config: Config): D1Database {
  const { d1 } = current(config);
  if (d1 === null) return env.DB;
  return new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => faultyStatement(target.prepare(query), config);
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'batch' && name !== 'exec') return value.bind(target);
      return (...rest: unknown[]) => throughFault(config, async () => Reflect.apply(value, target, rest));
    },
  });
}

let share = 0;

/** Throws for the given share of sends, evenly spread, as a queue that cannot be reached does: at 34 the third, the sixth. */
export function failShareOfSends(config: Config): void {
  share += current(config).queue;
  if (share < 100) return;
  share -= 100;
  throw new Error('Queue send failed: injected fault');
}

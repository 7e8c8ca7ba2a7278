import { runBatch } from '../db/repositories/batch';
import { insertSample } from '../db/repositories/health';
import type { SampleKind } from '../domain/health/health';
import { databaseOf } from './database';
import type { Env } from './env';

/** Notes what was noticed, for the health screen. While D1 is away it is not noted, and nobody is held up by that. */
export async function noteHealth(env: Env, kind: SampleKind, value: number): Promise<void> {
  try {
    const db = databaseOf(env);
    await runBatch(db, [insertSample(db, kind, value, Date.now())]);
  } catch {
    // The database is away, which `/readyz` says by itself.
  }
}

import { SYSTEM } from '../domain/access/actor';
import { randomText } from '../domain/shared/ids';
import { randomBytes } from './access/bytes';
import { configOf } from './config';
import type { Context } from './context';
import { databaseOf } from './database';
import type { Env } from './env';

/** The context of what nobody asked for: the sweep, and setting the installation up. */
export const systemContext = (env: Env, waitUntil: Context['waitUntil']): Context => ({
  actor: SYSTEM,
  origin: 'timer',
  now: Date.now(),
  random: randomBytes,
  db: databaseOf(env),
  env,
  config: configOf(env),
  requestId: `sys_${randomText(16, randomBytes)}`,
  ip: null,
  waitUntil,
});

import type { Db } from '../db/client';
import type { Actor, Origin } from '../domain/access/actor';
import type { RandomBytes } from '../domain/shared/ids';
import type { Instant } from '../domain/shared/time';
import type { Config } from './config';
import type { Env } from './env';

/** What every operation gets: who asks, when, and the doors to what it may use. Made once per request, message or alarm. */
export type Context = {
  actor: Actor;
  origin: Origin;
  now: Instant;
  random: RandomBytes;
  db: Db;
  env: Env;
  config: Config;
  requestId: string;
  ip: string | null;
  /** Names a signed callback that may come twice: the second time it changes no incident. */
  request?: string;
  /** Work that may go on after the answer has left. */
  waitUntil: (work: Promise<unknown>) => void;
};

import { type Db, makeDb } from '../db/client';
import { configOf } from './config';
import type { Env } from './env';
import { faultyD1 } from './faults';

/** The one door to D1: every request, message and alarm gets its database here. */
export const databaseOf = (env: Env): Db => makeDb(faultyD1(env, configOf(env)));

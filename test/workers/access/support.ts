import { env } from 'cloudflare:test';
import { type Db, makeDb } from '../../../db/client';
import { users } from '../../../db/schema';
import { type Actor, ANONYMOUS } from '../../../domain/access/actor';
import type { Role, UserStatus } from '../../../domain/access/roles';
import { randomBytes } from '../../../workers/access/bytes';
import { hashPassword } from '../../../workers/access/password';
import { type Config, configOf } from '../../../workers/config';
import type { Context } from '../../../workers/context';

export const NOW = 1_800_000_000_000;
export const ADMIN: Actor = { kind: 'user', id: 'usr_admin', name: 'Ada', role: 'ADMIN' };

const key = (letter: string) => letter.repeat(43);
/** Rings of APP_SECRETS as they follow each other: v1; v2 beside v1; v2 alone. */
export const RINGS = {
  old: [{ id: 'v1', key: key('a') }],
  both: [
    { id: 'v2', key: key('b') },
    { id: 'v1', key: key('a') },
  ],
  renewed: [{ id: 'v2', key: key('b') }],
};

export const configWith = (change: Partial<Config> = {}): Config => ({ ...configOf(env), ...change });

/** A database whose every statement throws, as while D1 is away. */
export function awayDb(): Db {
  const fail = () => {
    throw new Error('D1_ERROR: the database is away');
  };
  return makeDb({ prepare: fail, batch: fail, exec: fail } as unknown as D1Database);
}

/** A context and what it left to `waitUntil`. Its address is in a documentation network, another one in each test that counts. */
export function contextWith(change: Partial<Context> = {}): Context & { left: Promise<unknown>[] } {
  const left: Promise<unknown>[] = [];
  return {
    actor: ANONYMOUS,
    origin: 'web',
    now: NOW,
    random: randomBytes,
    db: makeDb(env.DB),
    env,
    config: configWith(),
    requestId: 'req_test',
    ip: null,
    waitUntil: (work) => left.push(work),
    left,
    ...change,
  };
}

export const PASSWORD = 'correct horse battery staple';

let people = 0;

/** Stores a person; the password is PASSWORD unless `passwordHash` says otherwise. */
export async function addUser(
  change: { role?: Role; status?: UserStatus; passwordHash?: string | null } = {},
): Promise<{ id: string; email: string }> {
  people += 1;
  const id = `usr_access${people}`;
  const email = `access${people}@example.test`;
  await makeDb(env.DB)
    .insert(users)
    .values({
      id,
      email,
      name: 'Grace',
      role: change.role ?? 'RESPONDER',
      status: change.status ?? 'ACTIVE',
      timezone: 'Europe/Berlin',
      passwordHash: change.passwordHash === undefined ? await hashPassword(PASSWORD) : change.passwordHash,
      createdAt: NOW,
      updatedAt: NOW,
    });
  return { id, email };
}

/** A request that carries what a Set-Cookie value set. */
export const requestWithCookie = (setCookie: string): Request =>
  new Request('http://127.0.0.1:8787/', { headers: { cookie: setCookie.split(';', 1).join('') } });

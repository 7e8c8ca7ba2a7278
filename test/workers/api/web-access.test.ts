import { beforeAll, describe, expect, it } from 'vitest';
import { type Access, permissionFor, type RouteName } from '../../../domain/access/route-access';
import { WEB_ACCESS } from '../../../domain/access/web-access';
import { type Caller, may, people, stranger } from './actors';
import { FORMS } from './bodies';
import { split, webRoutes } from './routes';
import { ORIGIN, send } from './support';
import { fill, HIDDEN, type Ids, madeThings, NOTHING } from './things';

// Each page of the matrix as each role and a stranger: its loader by GET, its action by POST.

let callers: Caller[] = [];
let theirs: Ids = {};

beforeAll(async () => {
  callers = await people();
  theirs = await madeThings();
});

const entries = Object.entries(WEB_ACCESS) as [RouteName, Access][];
const open = entries.filter(([, access]) => access === 'public' || access === 'machine');
const closed = entries.filter(([, access]) => access !== 'public' && access !== 'machine');

async function ask(caller: Caller, name: RouteName, ids: Ids, suffix = '') {
  const { method, path } = split(name);
  const body = method === 'POST' ? new URLSearchParams(FORMS[name] ?? {}) : undefined;
  const address = fill(path, ids).replace('*', 'nothing/stands/here') + suffix;
  const { host } = new URL(ORIGIN);
  const headers = { host, origin: ORIGIN, ...caller.credential.headers };
  const answer = await send(address, { method, headers, ...(body ? { body } : {}) });
  const location = answer.headers.get('location') ?? '';
  return { status: answer.status, toSignIn: /^\/login(\?|$)/.test(location), text: await answer.text() };
}

const allowed = (caller: Caller, access: Access): boolean => {
  const permission = permissionFor(access);
  return permission === null || may(caller, permission);
};

it('has an entry for every page, and no other', async () => {
  const routes = await webRoutes();
  expect(routes.filter((name) => !(name in WEB_ACCESS))).toEqual([]);
  expect(entries.map(([name]) => name).filter((name) => !routes.includes(name))).toEqual([]);
});

describe('a stranger', () => {
  it.each(closed)('is sent to sign in: %s', async (name) => {
    const { status, toSignIn, text } = await ask(stranger, name, theirs);
    expect({ status, toSignIn }).toEqual({ status: 302, toSignIn: true });
    expect(text).not.toContain(HIDDEN);
  });

  it.each(closed.filter(([name]) => name.startsWith('GET ')))('gets nothing as data either: %s', async (name) => {
    const { text } = await ask(stranger, name, theirs, name === 'GET /' ? '_root.data' : '.data');
    expect(text).not.toContain(HIDDEN);
    expect(text).toContain('/login');
  });

  it.each(open)('is not asked who they are: %s', async (name) => {
    const { status, text } = await ask(stranger, name, theirs);
    expect(status < 500 && status !== 403, String(status)).toBe(true);
    expect(text).not.toContain(HIDDEN);
  });
});

describe('a person', () => {
  it.each(closed)('gets what the matrix says: %s', async (name, access) => {
    const answers = await Promise.all(
      callers.map(async (caller) => {
        const isAllowed = allowed(caller, access);
        return { caller, isAllowed, ...(await ask(caller, name, isAllowed ? NOTHING : theirs)) };
      }),
    );
    for (const { caller, isAllowed, status, toSignIn, text } of answers) {
      const where = `${caller.name}: ${status}`;
      expect(toSignIn, where).toBe(false);
      if (!isAllowed) {
        expect(status, where).toBe(403);
        expect(text).not.toContain(HIDDEN);
      } else if (name.startsWith('GET ') && name.includes('/:id')) expect(status, where).toBe(404);
      else expect(status < 500 && status !== 403, where).toBe(true);
    }
  });
});

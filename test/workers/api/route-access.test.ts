import { beforeAll, describe, expect, it } from 'vitest';
import { type Access, API_ACCESS, permissionFor, type RouteName } from '../../../domain/access/route-access';
import { type Caller, keys, may, people, stranger } from './actors';
import { BODIES, EVERYBODYS_OWN, HEADERS, JUDGED_BY_ROW, QUERIES } from './bodies';
import { honoRoutes, split } from './routes';
import { call } from './support';
import { fill, HIDDEN, type Ids, madeThings, NOTHING } from './things';

// Each route of the matrix as each role, each scope and a stranger (RELIABILITY B7): what the matrix refuses is refused
// by the operation behind the route, whatever the body and the id.

let callers: Caller[] = [];
let theirs: Ids = {};

beforeAll(async () => {
  callers = [...(await people()), ...(await keys())];
  theirs = await madeThings();
});

const entries = Object.entries(API_ACCESS) as [RouteName, Access][];
const ofApi = entries.filter(([name]) => name.includes(' /api/v1/'));
const ask = (caller: Caller, name: RouteName, ids: Ids) => {
  const { method, path } = split(name);
  const address = `${fill(path, ids)}${QUERIES[name] ?? ''}`;
  return call(caller.credential, method, address, method === 'GET' ? undefined : (BODIES[name] ?? {}), HEADERS[name]);
};

const allowed = (caller: Caller, access: Access): boolean => {
  const permission = permissionFor(access);
  return permission === null || may(caller, permission);
};

describe('the matrix', () => {
  it('has an entry for every route of the API, and no other', () => {
    expect(honoRoutes.filter((name) => !(name in API_ACCESS))).toEqual([]);
    expect(entries.map(([name]) => name).filter((name) => !honoRoutes.includes(name))).toEqual([]);
  });
});

describe('a stranger', () => {
  it.each(ofApi)('is refused: %s', async (name) => {
    const { status, body } = await ask(stranger, name, theirs);
    expect({ status, type: body.type }).toEqual({ status: 401, type: 'urn:opsknight:problem:unauthenticated' });
  });
});

describe('about what does not exist, only those who may are told so', () => {
  it.each(ofApi)('%s', async (name, access) => {
    const hasId = name.includes('/:id');
    const answers = await Promise.all(callers.map((caller) => ask(caller, name, NOTHING)));
    for (const [i, { status }] of answers.entries()) {
      const caller = callers[i] ?? stranger;
      const where = `${caller.name}: ${status}`;
      if (!allowed(caller, access)) {
        // Whose it is decides, and it is nobody's.
        expect(typeof access === 'object' && hasId ? [403, 404] : [403], where).toContain(status);
      } else if (hasId) expect(status, where).toBe(404);
      else expect(status < 500 && status !== 401 && status !== 403, where).toBe(true);
    }
  });
});

describe('what others have is refused, with nothing of it in the answer', () => {
  it.each(ofApi.filter(([name]) => name.includes('/:id') && !JUDGED_BY_ROW.has(name)))('%s', async (name, access) => {
    for (const caller of callers.filter((one) => !allowed(one, access))) {
      const { status, body } = await ask(caller, name, theirs);
      expect([403, 404], `${caller.name}: ${status}`).toContain(status);
      expect(JSON.stringify(body)).not.toContain(HIDDEN);
    }
  });

  it.each(ofApi.filter(([name]) => name.startsWith('GET ') && !EVERYBODYS_OWN.has(name)))(
    'and shown to those who may read it: %s',
    async (name, access) => {
      for (const caller of callers.filter((one) => allowed(one, access))) {
        expect((await ask(caller, name, theirs)).status, caller.name).toBe(200);
      }
    },
  );

  it('by each row of POST /api/v1/incidents/bulk', async () => {
    for (const caller of callers) {
      const ids = [theirs.incidents];
      const { body } = await call(caller.credential, 'POST', '/api/v1/incidents/bulk', { verb: 'unsnooze', ids });
      const [row] = body.data as unknown as { error?: { code: string } }[];
      expect(row?.error?.code === 'forbidden', caller.name).toBe(!may(caller, 'incident.respond'));
    }
  });
});

describe('what needs a credential of its own', () => {
  it.each(entries.filter(([, access]) => access === 'machine'))('takes no role for it: %s', async (name) => {
    for (const caller of [stranger, ...callers]) {
      const { status } = await ask(caller, name, {});
      expect([400, 401, 403, 404], `${caller.name}: ${status}`).toContain(status);
    }
  });
});

describe('what is public', () => {
  it.each(entries.filter(([, access]) => access === 'public'))('is open to a stranger: %s', async (name) => {
    const { status } = await ask(stranger, name, {});
    expect([200, 503]).toContain(status);
  });
});

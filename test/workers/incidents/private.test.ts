import { beforeAll, describe, expect, it } from 'vitest';
import { API_ACCESS, type RouteName } from '../../../domain/access/route-access';
import { WEB_ACCESS } from '../../../domain/access/web-access';
import { QUERIES } from '../api/bodies';
import { split } from '../api/routes';
import { type Credential, call, keyWith, ORIGIN, send, signedInAs } from '../api/support';
import { fill, type Ids } from '../api/things';

// A private incident behind every door (SEMANTICS 17): a colleague with every right of a responder finds no trace of it.

const SECRET = 'Nightjar';
let admin: Credential & { id: string };
let stranger: Credential & { id: string };
let watcher: Credential & { id: string };
let creator: Credential & { id: string };
let key: Credential;
let ids: Ids = {};
let number = 0;

beforeAll(async () => {
  [admin, stranger, watcher, creator] = await Promise.all([
    signedInAs('ADMIN'),
    signedInAs('RESPONDER'),
    signedInAs('OBSERVER'),
    signedInAs('RESPONDER'),
  ]);
  key = await keyWith('read', 'incidents:write', 'config:write');
  const make = async (path: string, body: object, by: Credential = admin) => {
    const made = await call(by, 'POST', `/api/v1/${path}`, body);
    if (made.status > 201) throw new Error(`POST ${path}: ${made.status} ${JSON.stringify(made.body)}`);
    return made.body;
  };
  const steps = [{ delaySeconds: 0, targets: [{ kind: 'USER', id: admin.id }] }];
  const policy = await make('escalation-policies', { name: 'P', steps });
  const service = await make('services', { name: 'S', escalationPolicyId: policy.id });
  const integration = await make('integrations', { name: 'I', type: 'events', serviceId: service.id });
  const incident = await make(
    'incidents',
    { title: `${SECRET} breach`, serviceId: service.id, visibility: 'PRIVATE', tags: ['nightjar'] },
    creator,
  );
  number = Number(incident.number);
  await make(`incidents/${incident.id}/watchers`, { userId: watcher.id }, creator);
  const note = await make(`incidents/${incident.id}/notes`, { body: `${SECRET} seen again` }, creator);
  await make('incidents', { title: 'An ordinary one', serviceId: service.id, tags: ['plain'] });
  ids = {
    ...{ incidents: incident.id, services: service.id, notes: note.id, integrations: integration.id },
    ...{ users: creator.id, 'escalation-policies': policy.id, watchers: watcher.id, links: incident.id },
  };
}, 60_000);

const QUESTIONS = [
  `/api/v1/incidents?q=${SECRET}`,
  '/api/v1/incidents?visibility=PRIVATE',
  '/api/v1/incidents?tag=nightjar',
  '/api/v1/services?sort=name',
  `/incidents?status=any&q=${SECRET}`,
  '/incidents?status=any&visibility=PRIVATE',
  '/incidents?status=any&sort=-lastEventAt',
  `/search?q=${SECRET}`,
];
const reads = [...Object.entries(API_ACCESS), ...Object.entries(WEB_ACCESS)]
  .filter(([name, access]) => name.startsWith('GET ') && access !== 'machine')
  .map(([name]) => name as RouteName);

/** What a route answers about the private incident; without the question itself, which a page may repeat. */
async function textOf(by: Credential, path: string): Promise<string> {
  const answer = await send(path, { headers: { host: new URL(ORIGIN).host, origin: ORIGIN, ...by.headers } });
  return (await answer.text()).replaceAll(`q=${SECRET}`, '').replaceAll(`value="${SECRET}"`, '');
}
const leaks = (text: string): boolean => new RegExp(`${SECRET} |${ids.incidents}|#${number}\\b`).test(text);

describe('a private incident', () => {
  it.each(reads)('leaves no trace for a colleague behind %s', async (name) => {
    const path = fill(split(name).path, ids).replace('*', 'nowhere') + (QUERIES[name] ?? '');
    for (const by of path.startsWith('/api/') ? [stranger, key] : [stranger]) {
      const text = await textOf(by, path);
      // The address itself names the id.
      expect(leaks(text.replaceAll(path, '').replaceAll(encodeURIComponent(path), '')), text.slice(0, 500)).toBe(false);
    }
  });

  it.each(QUESTIONS)('is not found by %s', async (path) => {
    const text = await textOf(stranger, path);
    expect(new RegExp(`${SECRET} breach|#${number}\\b`).test(text)).toBe(false);
  });

  it.each(
    Object.keys(API_ACCESS).filter((name) =>
      /^(POST|PATCH|DELETE) \/api\/v1\/incidents\/:id/.test(name),
    ) as RouteName[],
  )('answers like one that is missing: %s', async (name) => {
    const { method, path } = split(name);
    const body = {
      userId: stranger.id,
      userIds: [stranger.id],
      minutes: 5,
      body: 'x',
      add: ['x'],
      fields: {},
      title: 'T',
      into: ids.incidents,
    };
    const { body: answer, status } = await call(stranger, method, fill(path, ids), { ...body, otherId: ids.incidents });
    expect([status, JSON.stringify(answer).includes(SECRET)]).toEqual([404, false]);
  });

  it('is hidden from each row of a bulk action and from the form of the page', async () => {
    const bulk = await call(stranger, 'POST', '/api/v1/incidents/bulk', { verb: 'acknowledge', ids: [ids.incidents] });
    expect(bulk.body.data).toMatchObject([{ ok: false, error: { code: 'not-found' } }]);
    const { status } = await send(`/incidents/${number}`, {
      method: 'POST',
      body: new URLSearchParams({ verb: 'acknowledge' }),
      headers: { host: new URL(ORIGIN).host, ...stranger.headers },
    });
    expect(status).toBe(404);
  });

  it('is there for its creator, its watchers and administrators, whose looking is audited', async () => {
    for (const by of [creator, watcher, admin]) {
      expect((await call(by, 'GET', `/api/v1/incidents/${number}`)).body.title).toBe(`${SECRET} breach`);
      expect(JSON.stringify((await call(by, 'GET', '/api/v1/incidents?q=breach')).body)).toContain(SECRET);
    }
    const someAdmin = await signedInAs('ADMIN');
    await call(someAdmin, 'GET', `/api/v1/incidents/${number}`);
    await call(someAdmin, 'GET', `/api/v1/incidents/${number}`);
    const log = await call(admin, 'GET', `/api/v1/audit-log?actor=${someAdmin.id}&action=incident.see-private`);
    expect(log.body.data).toMatchObject([{ targetId: ids.incidents }]);
  });

  it('can be made public, and private again without locking out whoever does it', async () => {
    const path = `/api/v1/incidents/${ids.incidents}`;
    expect((await call(creator, 'PATCH', path, { visibility: 'PUBLIC' })).body.visibility).toBe('PUBLIC');
    expect((await call(stranger, 'PATCH', path, { visibility: 'PRIVATE' })).status).toBe(200);
    expect((await call(stranger, 'GET', path)).status).toBe(200);
    const other = await signedInAs('RESPONDER');
    expect((await call(other, 'GET', path)).status).toBe(404);
  });
});

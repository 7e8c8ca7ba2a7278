import { beforeAll, describe, expect, it } from 'vitest';
import { newWorld, PASSWORD, request, type World } from '../../flows/support/world';

// Everything here is what a browser sends without scripts: a GET, or a form of names and values.

let world: World;
let admin = '';
let responder = '';

type Fields = [name: string, value: string][];
const headers = (cookie: string) => ({ origin: 'http://127.0.0.1:8787', host: '127.0.0.1:8787', cookie });
const post = (path: string, fields: Fields, cookie = admin) =>
  request(path, { method: 'POST', body: new URLSearchParams(fields), headers: headers(cookie) });
const look = async (path: string, cookie = admin) => {
  const answer = await request(path, { headers: headers(cookie) });
  return { status: answer.status, text: plain(await answer.text()) };
};
const textOf = async (answer: Response) => ({ status: answer.status, text: plain(await answer.text()) });
const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

/** The page without the comments that React puts between texts, and without the data for its scripts. */
const plain = (html: string): string =>
  html
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll('<!-- -->', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'");

async function signIn(name: string): Promise<string> {
  const answer = await post(
    '/login',
    [
      ['email', `${name}@example.test`],
      ['password', PASSWORD],
      ['next', '/'],
    ],
    '',
  );
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

beforeAll(async () => {
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 300, users: ['bo'] },
  ]);
  admin = await signIn('admin');
  responder = await signIn('ana');
  // The first page loads the whole app.
}, 60_000);

const idIn = (path: string): string => /^\/[\w-]+\/([\w-]+)\?/.exec(path)?.[1] ?? '';

describe('services', () => {
  it('lists them with policy, and sifts', async () => {
    const all = await look('/services');
    expect(all.status).toBe(200);
    expect(all.text).toContain('checkout');
    expect((await look('/services?q=nothing-like-it')).text).toContain('No service matches');
  });

  it('says who would be paged now, and warns when nobody is', async () => {
    const { text } = await look(`/services/${world.service.id}`);
    expect(text).toMatch(/Who would be paged now.*ana.*Step 1 by e-mail.*\+5m.*bo/s);
    const { id } = await world.create('/services', { name: 'orphan' });
    expect((await look(`/services/${id}`)).text).toContain('it has no escalation policy');
  });

  it('creates, changes and deletes one by forms', async () => {
    const policyId = String(world.service.escalationPolicyId);
    const created = await post('/services/new', [
      ['name', ' billing '],
      ['escalationPolicyId', policyId],
      ['defaultUrgency', 'LOW'],
      ['timeout-HIGH', '15'],
      ['acknowledge-P1', '3'],
    ]);
    expect(created.status).toBe(302);
    const id = idIn(locationOf(created));
    expect((await world.call('GET', `/services/${id}`)).body).toMatchObject({
      name: 'billing',
      escalationPolicyId: policyId,
      settings: {
        defaultUrgency: 'LOW',
        acknowledgementTimeoutSeconds: { HIGH: 900, MEDIUM: null },
        sla: { P1: { acknowledgeMinutes: 3, resolveMinutes: null } },
      },
    });
    expect((await look(locationOf(created))).text).toContain('billing is created');

    expect((await look(`/services/${id}/edit`)).text).toContain('value="15"');
    const changed = await post(`/services/${id}/edit`, [
      ['name', 'billing-api'],
      ['resolve-P1', '90'],
      ['runbookUrl', 'https://runbooks.example.test/billing'],
      ['escalationPolicyId', policyId],
      ['defaultUrgency', 'LOW'],
      ['timeout-HIGH', '15'],
      ['acknowledge-P1', '3'],
    ]);
    expect((await look(locationOf(changed))).text).toContain('Saved. Changed: name, runbook, and targets.');

    expect((await look(`/services/${id}/delete`)).text).toContain('Delete billing-api</button>');
    const deleted = await post(`/services/${id}/delete`, []);
    expect((await look(locationOf(deleted))).text).toContain('The service is deleted.');
    expect((await look(`/services/${id}`)).status).toBe(404);
  });

  it('gives a refused form back as it was typed, each error at its field', async () => {
    const { status, text } = await textOf(
      await post('/services/new', [
        ['name', ''],
        ['description', 'typed before'],
        ['runbookUrl', 'not an address'],
        ['timeout-HIGH', 'soon'],
        ['resolve-P2', '1.5'],
      ]),
    );
    expect(status).toBe(400);
    expect(text).toContain('typed before');
    expect(text).toContain('value="not an address"');
    for (const name of ['name', 'runbookUrl', 'timeout-HIGH', 'resolve-P2']) {
      expect(text).toContain(`href="#field-${name}"`);
      expect(text).toContain(`id="field-${name}"`);
    }
  });

  it('does not delete what is in use, and names who uses it', async () => {
    const path = `/services/${world.service.id}/delete`;
    const page = await look(path);
    expect(page.text).toMatch(/cannot be deleted.*Integration.*events.*prometheus/s);
    expect(page.text).not.toContain('Delete checkout</button>');
    const refused = await textOf(await post(path, []));
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/is used by integration “(events|prometheus)”, integration “(events|prometheus)”/);
  });

  it('hides what a responder may not do, and refuses it', async () => {
    expect((await look('/services', responder)).text).not.toContain('Create service');
    expect((await look(`/services/${world.service.id}`, responder)).text).not.toContain('/edit"');
    for (const path of [
      '/services/new',
      `/services/${world.service.id}/edit`,
      `/services/${world.service.id}/delete`,
    ]) {
      expect((await look(path, responder)).status).toBe(403);
      expect((await post(path, [['name', 'x']], responder)).status).toBe(403);
    }
    expect((await world.call('GET', `/services/${world.service.id}`)).body.name).toBe('checkout');
  });
});

describe('escalation policies', () => {
  const step = (place: number, delay: string, ...targets: string[]): Fields => [
    [`step-${place}-delay`, delay],
    [`step-${place}-unit`, 'minutes'],
    ...targets.map((target, index): [string, string] => [`step-${place}-target-${index}`, target]),
  ];
  const person = (name: string): string => `USER:${world.people[name]}`;

  it('says under each step whom it pages, and simulates', async () => {
    const path = `/escalation-policies/${world.service.escalationPolicyId}`;
    const { text } = await look(path);
    expect(text).toContain('Now: ana.');
    expect(text).toContain('After 5 min: bo.');
    expect(text).toContain('checkout');
    const simulated = await look(`${path}?at=2031-01-06T03:00&urgency=LOW`);
    expect(simulated.text).toMatch(/03:00:00.*ana.*E-mail.*03:05:00.*bo/s);
    expect((await look(`${path}?at=soon`)).text).toContain('Give a day and a time');
    expect((await look('/escalation-policies')).text).toContain('ana → 5 min bo');
  });

  it('changes the form by buttons and stores nothing before it is saved', async () => {
    const typed: Fields = [
      ['name', 'Nights'],
      ['repeat', '2'],
      ['repeatAfter', '7'],
      ...step(0, '0', person('ana')),
      ...step(1, '4', person('bo')),
    ];
    const moved = await textOf(await post('/escalation-policies/new', [...typed, ['op', 'move-up:1']]));
    expect(moved.status).toBe(200);
    expect(moved.text).toMatch(/value="Nights".*name="step-0-delay"[^>]*value="4".*name="step-1-delay"[^>]*value="0"/s);
    expect(moved.text).toContain('After 4 min: bo.');
    expect(moved.text).toMatch(
      /<button[^>]*value="move-down:0"[^>]*autofocus|<button[^>]*autofocus[^>]*value="move-down:0"/i,
    );
    const grown = await textOf(await post('/escalation-policies/new', [...typed, ['op', 'add-target:0']]));
    expect(grown.text).toContain('name="step-0-target-1"');
    const listed = (await world.call('GET', '/escalation-policies')).body as { data: unknown[] };
    expect(listed.data).toHaveLength(1);
  });

  it('creates, changes and deletes one by forms', async () => {
    const fields: Fields = [
      ['name', 'Nights'],
      ['repeat', '1'],
      ['repeatAfter', '2.5'],
      ...step(0, '0', '', person('ana')),
      ['step-0-channels', 'email'],
      ...step(1, '1', person('bo'), person('ana')),
      ['last-0', person('admin')],
    ];
    const created = await post('/escalation-policies/new', fields);
    expect(created.status).toBe(302);
    const id = idIn(locationOf(created));
    const path = `/escalation-policies/${id}`;
    expect((await world.call('GET', path)).body).toMatchObject({
      name: 'Nights',
      repeat: 1,
      repeatAfterSeconds: 150,
      lastResort: [{ kind: 'USER', id: world.people.admin }],
      steps: [
        { delaySeconds: 0, channels: ['email'], targets: [{ id: world.people.ana }] },
        { delaySeconds: 60, channels: null, targets: [{ id: world.people.bo }, { id: world.people.ana }] },
      ],
    });
    const edited = await post(`${path}/edit`, [...fields.filter(([name]) => name !== 'last-0'), ['op', 'save']]);
    expect((await look(locationOf(edited))).text).toContain('Saved. Changed: last resort.');
    expect((await look(locationOf(await post(`${path}/delete`, [])))).text).toContain('The policy is deleted.');
    expect((await look(path)).status).toBe(404);
  });

  it('gives a refused form back, and refuses what is in use or not allowed', async () => {
    const refused = await textOf(
      await post('/escalation-policies/new', [['name', 'Odd'], ['repeat', 'x'], ...step(0, 'soon', 'USER:usr_gone')]),
    );
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('value="soon"');
    for (const name of ['repeat', 'step-0-delay']) expect(refused.text).toContain(`href="#field-${name}"`);
    const gone = await textOf(
      await post('/escalation-policies/new', [['name', 'Odd'], ...step(0, '0', 'USER:usr_gone')]),
    );
    expect(gone.text).toContain('Step 1 names somebody who no longer exists');

    const path = `/escalation-policies/${world.service.escalationPolicyId}`;
    expect((await look(`${path}/delete`)).text).toMatch(/cannot be deleted.*Service.*checkout/s);
    const inUse = await textOf(await post(`${path}/delete`, []));
    expect(inUse).toMatchObject({ status: 409 });
    expect(inUse.text).toContain('is used by service “checkout”');
    expect((await look(`${path}/edit`, responder)).status).toBe(403);
    expect((await post(`${path}/delete`, [], responder)).status).toBe(403);
    expect((await post('/escalation-policies/new', [['op', 'add-step']], responder)).status).toBe(403);
  });

  it('warns of a policy that does not end with a human', async () => {
    const { id } = await world.create('/escalation-policies', {
      name: 'Open end',
      steps: [{ targets: [{ kind: 'USER', id: world.people.ana }] }, { delaySeconds: 60, targets: [] }],
    });
    const { text } = await look(`/escalation-policies/${id}`);
    expect(text).toContain('does not end with a human');
    expect(text).toContain('After 1 min: nobody.');
  });
});

describe('POST /api/v1/simulate', () => {
  it('answers the pages as an array', async () => {
    const asked = { service: world.service.id, at: '2031-01-06T03:00:00Z', urgency: 'HIGH' };
    const { status, body } = await world.call('POST', '/simulate', asked);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { at: '2031-01-06T03:00:00.000Z', user: world.people.ana, name: 'ana', channel: 'email', step: 1, cycle: 1 },
      { at: '2031-01-06T03:05:00.000Z', user: world.people.bo, name: 'bo', channel: 'email', step: 2, cycle: 1 },
    ]);
    expect((await world.call('POST', '/simulate', { ...asked, service: 'svc_none' })).status).toBe(404);
    expect((await world.call('POST', '/simulate', { ...asked, at: 'noon' })).status).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../workers/http/raw-body';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, request, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 86_400, users: ['ana'] }]);
});
afterAll(stopClock);

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  request(`/api/integrations/events/${world.events.key}`, { method: 'POST', headers, body });
const trigger = (dedupKey: string, summary = 'The disk is full') =>
  JSON.stringify({ event_action: 'trigger', dedup_key: dedupKey, payload: { summary, severity: 'critical' } });

async function stored(): Promise<string[]> {
  await idle();
  const { data } = (await world.call('GET', '/incidents?limit=100')).body as { data: { title: string }[] };
  return data.map(({ title }) => title);
}

describe('B1: sizes', () => {
  const padded = (bytes: number): string => {
    const empty = trigger('padded', '');
    return trigger('padded', 'x'.repeat(bytes - empty.length));
  };

  it('takes the limit, and refuses nothing at all and one byte more, with a reason', async () => {
    expect((await post('')).status).toBe(400);
    expect((await post(padded(MAX_BODY_BYTES))).status).toBe(202);
    const refused = await post(padded(MAX_BODY_BYTES + 1));
    expect([refused.status, refused.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
    expect(await refused.json()).toMatchObject({
      type: 'urn:opsknight:problem:too-large',
      requestId: expect.any(String),
    });
    expect(await stored()).toHaveLength(1);
  });

  it('stops reading a stream that has no length and no end', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(120);
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += chunk.length;
        controller.enqueue(chunk);
      },
    });
    expect((await post(endless)).status).toBe(413);
    expect(given).toBeLessThan(MAX_BODY_BYTES * 4);
    expect(await stored()).toHaveLength(1);
  });
});

describe('B2: bodies that are hardly JSON', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
    new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
  const crowded = `{${Array.from({ length: 45_000 }, (_, n) => `"${n}":1`).join(',')}}`;
  // What can be parsed and says nothing is kept as unmapped: 202.
  const BODIES: [string, string | Uint8Array<ArrayBuffer>, number][] = [
    [
      'broken UTF-8',
      bytes('{"event_action":"trigger","dedup_key":"utf8","payload":{"summary":"', [0xc3, 0x28, 0xff], '"}}'),
      202,
    ],
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], trigger('bom')), 202],
    ['NUL', trigger('nul', 'a\u0000b'), 202],
    ['a lone surrogate', trigger('surrogate').replace('disk', '\\ud800'), 202],
    ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 202],
    ['100,000 levels that never close', '{"a":'.repeat(100_000), 400],
    ['as many keys as fit', crowded, 400],
    ['one key twice', trigger('twice').replace('{', '{"dedup_key":"once",'), 202],
    ['__proto__', trigger('proto').replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{}},'), 202],
    ['huge numbers', trigger('huge').replace('{', `{"n":1e999,"m":${'9'.repeat(500)},`), 202],
    ['only a number', '7', 202],
    ['null', 'null', 202],
    ['half a body', trigger('half').slice(0, 40), 400],
  ];

  it.each(BODIES)('%s is answered, and only what is an alert is stored', async (_name, body, status) => {
    const before = await stored();
    const response = await post(body);
    const answer = (await response.json()) as { results?: { action: string }[]; requestId?: string };
    expect(response.status).toBe(status);
    const opened = answer.results?.filter(({ action }) => action === 'trigger').length ?? 0;
    if (status === 400) expect(answer).toMatchObject({ detail: expect.any(String), requestId: expect.any(String) });
    expect(await stored()).toHaveLength(before.length + opened);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('B5: keys of alerts', () => {
  it('tells apart what only looks alike, bounds what is long, and finds each again', async () => {
    const keys = ['k'.repeat(255), 'k'.repeat(256), 'k'.repeat(10_240), 'é', 'e\u0301', 'É', 'é ', ' é'];
    const ids: (string | undefined)[] = [];
    for (const key of keys) ids.push((await world.send('trigger', key)).incident?.id);
    expect(new Set(ids).size).toBe(keys.length);
    for (const [index, key] of keys.entries()) {
      expect((await world.send('resolve', key)).incident?.id).toBe(ids[index]);
    }
  });

  it('gives an alert without a key one of its own', async () => {
    const [first, second] = [await world.send('trigger', ''), await world.send('trigger', '', { summary: 'Another' })];
    expect(first.status).toBe(202);
    expect(first.incident?.id).toBeTruthy();
    expect(second.incident?.id).not.toBe(first.incident?.id);
  });
});

describe('the handshake of Azure', () => {
  it('reads the code of Event Grid back, and opens nothing', async () => {
    const azure = await world.create('/integrations', { name: 'azure', type: 'azure', serviceId: world.service.id });
    const eventType = 'Microsoft.EventGrid.SubscriptionValidationEvent';
    const body = JSON.stringify([{ id: '1', eventType, data: { validationCode: '512d38b6' } }]);
    const before = await stored();
    const path = `/api/integrations/azure/${azure.key}`;
    const answer = await request(path, { method: 'POST', headers: JSON_TYPE, body });
    expect([answer.status, await answer.json()]).toEqual([200, { validationResponse: '512d38b6' }]);
    expect(await stored()).toHaveLength(before.length);

    const headers = { 'webhook-request-origin': 'eventgrid.azure.net' };
    const allowed = await request(path, { method: 'OPTIONS', headers });
    expect([allowed.status, allowed.headers.get('webhook-allowed-origin')]).toEqual([200, 'eventgrid.azure.net']);
    const unknown = await request('/api/integrations/azure/no-key', { method: 'POST', headers: JSON_TYPE, body });
    expect(unknown.status).toBe(401);
  });
});

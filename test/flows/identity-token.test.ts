import { sign as signToken } from '@tsndr/cloudflare-worker-jwt';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, request, told, type World } from './support/world';

const AUDIENCE = 'https://pager.example';
const ACCOUNT = 'push@shop.iam.gserviceaccount.com';
const PAIR = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};

let world: World;
let own: CryptoKeyPair;
let foreign: CryptoKeyPair;
let published: JsonWebKey[];
let google: { id: string; key: string };

beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const pair = () => crypto.subtle.generateKey(PAIR, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
  [own, foreign] = [await pair(), await pair()];
  const jwk = (await crypto.subtle.exportKey('jwk', own.publicKey)) as JsonWebKey;
  published = [{ ...jwk, kid: 'first' } as JsonWebKey];
  const type = 'google-cloud-monitoring';
  google = (await world.create('/integrations', { name: type, type, serviceId: world.service.id })) as typeof google;
});
afterAll(stopClock);
beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    expect(String(input instanceof Request ? input.url : input)).toBe('https://www.googleapis.com/oauth2/v3/certs');
    return Response.json({ keys: published });
  });
});
afterEach(() => vi.restoreAllMocks());

const expects = async (secret: string | null) => {
  const { status } = await world.call('POST', `/integrations/${google.id}/signing-secret`, { secret });
  await told();
  return status;
};

type Change = { claims?: object; key?: CryptoKey; kid?: string; algorithm?: 'RS256' | 'HS256' | 'none' };
const token = ({ claims = {}, key = own.privateKey, kid = 'first', algorithm = 'RS256' }: Change = {}) => {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const all = {
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    email: ACCOUNT,
    email_verified: true,
    exp,
    ...claims,
  };
  return signToken(all, algorithm === 'RS256' ? key : 'a secret', { algorithm, header: { kid } });
};
const send = async (bearer: string | null) => {
  const incident = { incident_id: 'i1', state: 'open', summary: 'Too slow', policy_name: 'Latency' };
  const headers = { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
  const body = JSON.stringify({ version: '1.2', incident });
  const path = `/api/integrations/google-cloud-monitoring/${google.key}`;
  const { status } = await request(path, { method: 'POST', headers, body });
  await idle();
  return status;
};

it('takes only tokens of its issuer, for its audience and account, with a key that the issuer has', async () => {
  expect(await send(null)).toBe(202);
  expect(await expects('not an address at all')).toBe(400);
  expect(await expects(`${AUDIENCE} ${ACCOUNT}`)).toBe(200);
  expect(await send(await token())).toBe(202);
  // One token serves an hour of calls.
  expect(await send(await token())).toBe(202);
  for (const bearer of [
    null,
    'no.token.at-all',
    await token({ algorithm: 'HS256' }),
    await token({ key: foreign.privateKey }),
    await token({ kid: 'unheard' }),
    await token({ claims: { aud: 'https://other.example' } }),
    await token({ claims: { email: 'other@shop.iam.gserviceaccount.com' } }),
    await token({ claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }),
  ])
    expect(await send(bearer)).toBe(401);
  expect(await expects(null)).toBe(200);
  expect(await send(null)).toBe(202);
});

it('finds a new key at the issuer, and asks for a second try while the issuer is away', async () => {
  expect(await expects(AUDIENCE)).toBe(200);
  vi.setSystemTime(Date.now() + 2 * 60_000);
  const jwk = (await crypto.subtle.exportKey('jwk', foreign.publicKey)) as JsonWebKey;
  published = [...published, { ...jwk, kid: 'second' } as JsonWebKey];
  expect(await send(await token({ key: foreign.privateKey, kid: 'second' }))).toBe(202);

  const azure = await world.create('/integrations', { name: 'azure', type: 'azure', serviceId: world.service.id });
  const secret = '72f988bf-86f1-41af-91ab-2d7cd011db47 api://pager';
  expect((await world.call('POST', `/integrations/${azure.id}/signing-secret`, { secret })).status).toBe(200);
  await told();
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('gone', { status: 500 }));
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token()}` };
  const answer = await request(`/api/integrations/azure/${azure.key}`, { method: 'POST', headers, body: '{}' });
  expect([answer.status, answer.headers.has('retry-after')]).toEqual([503, true]);
});

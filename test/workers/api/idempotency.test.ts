import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDb } from '../../../db/client';
import { claimIdempotencyKey, deleteOldIdempotencyKeys } from '../../../db/repositories/idempotency-keys';
import { switchFaults } from '../../../workers/faults';
import { claimRequest } from '../../../workers/operations/idempotency/claim';
import { ADMIN, contextWith, NOW } from '../access/support';
import { type Call, type Credential, call, keyWith } from './support';

let admin: Credential = { headers: {} };
beforeAll(async () => {
  admin = await keyWith('admin');
});
afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  vi.restoreAllMocks();
});

const post = (path: string, body: unknown, key: string, by = admin): Promise<Call> =>
  call(by, 'POST', `/api/v1${path}`, body, { 'idempotency-key': key });
const isReplayed = ({ headers }: Call): boolean => headers.get('idempotency-replayed') === 'true';
const teamsNamed = async (name: string): Promise<number> =>
  (await env.DB.prepare('SELECT count(*) AS n FROM teams WHERE name = ?').bind(name).first<number>('n')) ?? -1;
const rowsWith = async (text: string): Promise<number> => {
  const { results } = await env.DB.prepare('SELECT * FROM idempotency_keys').all();
  return results.filter((row) => JSON.stringify(row).includes(text)).length;
};

describe('a request sent twice with one key', () => {
  it('is done once, and answered twice alike', async () => {
    const first = await post('/teams', { name: 'Once' }, 'k-once');
    const second = await post('/teams', { name: 'Once' }, 'k-once');
    expect([first.status, isReplayed(first)]).toEqual([201, false]);
    expect([second.status, isReplayed(second)]).toEqual([201, true]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(await teamsNamed('Once')).toBe(1);
  });

  it('is refused with 422 when its body is another', async () => {
    await post('/teams', { name: 'Body A' }, 'k-body');
    const other = await post('/teams', { name: 'Body B' }, 'k-body');
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:opsknight:problem:unprocessable', status: 422 } });
    expect(await teamsNamed('Body B')).toBe(0);
  });

  it('gets its refusal again too, as a problem', async () => {
    const [first, second] = [await post('/teams', {}, 'k-bad'), await post('/teams', {}, 'k-bad')];
    expect(first.status).toBe(400);
    expect([second.status, isReplayed(second), second.body]).toEqual([400, true, first.body]);
    expect(second.headers.get('content-type')).toBe('application/problem+json');
  });

  it('at the same time is done once: the other is told to wait', async () => {
    const both = await Promise.all([1, 2, 3].map(() => post('/teams', { name: 'Race' }, 'k-race')));
    expect(await teamsNamed('Race')).toBe(1);
    for (const one of both) expect([201, 409]).toContain(one.status);
    expect(both.filter((one) => one.status === 201 && !isReplayed(one))).toHaveLength(1);
  });

  it('is another request by another caller, at another address, or with another key', async () => {
    const other = await keyWith('admin');
    await post('/teams', { name: 'Mine' }, 'k-whose');
    expect(isReplayed(await post('/teams', { name: 'Mine' }, 'k-whose', other))).toBe(false);
    expect(isReplayed(await post('/services', { name: 'Mine' }, 'k-whose'))).toBe(false);
    expect(isReplayed(await post('/teams', { name: 'Mine' }, 'k-WHOSE'))).toBe(false);
    expect(await teamsNamed('Mine')).toBe(3);
  });

  it('about two things is two requests', async () => {
    const unknown = (end: string) => `/incidents/inc_00000000000000${end}/acknowledge`;
    await post(unknown('01'), {}, 'k-thing');
    expect(isReplayed(await post(unknown('02'), {}, 'k-thing'))).toBe(false);
    expect(isReplayed(await post(unknown('02'), {}, 'k-thing'))).toBe(true);
  });

  it('is taken as new when the first was not allowed, since that may change', async () => {
    const reader = await keyWith('read');
    await post('/teams', { name: 'No' }, 'k-403', reader);
    const again = await post('/teams', { name: 'Other' }, 'k-403', reader);
    expect([again.status, isReplayed(again)]).toEqual([403, false]);
  });
});

describe('a key', () => {
  it.each(['', 'a b', 'x'.repeat(256), 'schlüssel'])('that is none is refused: "%s"', async (key) => {
    const { status } = await call(admin, 'POST', '/api/v1/teams', { name: 'Bad key' }, { 'idempotency-key': key });
    expect(status).toBe(400);
  });

  it('counts for POST only', async () => {
    const headers = { 'idempotency-key': 'k-get' };
    await call(admin, 'GET', '/api/v1/teams', undefined, headers);
    expect(isReplayed(await call(admin, 'GET', '/api/v1/teams', undefined, headers))).toBe(false);
  });

  it('changes nothing about a body that is too large', async () => {
    expect((await post('/teams', { name: 'x'.repeat(600_000) }, 'k-large')).status).toBe(413);
  });
});

describe('what is stored', () => {
  it('shows no key that was made, though a repeat shows it to who made it', async () => {
    const made = await post('/api-keys', { name: 'Shown once', scopes: ['read'] }, 'k-secret');
    const again = await post('/api-keys', { name: 'Shown once', scopes: ['read'] }, 'k-secret');
    expect(again.body.key).toBe(made.body.key);
    expect(isReplayed(again)).toBe(true);
    expect(await rowsWith(String(made.body.key))).toBe(0);
    expect(await rowsWith('Shown once')).toBe(0);
    expect(await rowsWith('k-secret')).toBe(0);
  });

  it('opens in its own row only', async () => {
    const body = { name: 'Copied', scopes: ['read'] };
    await post('/api-keys', body, 'k-from');
    await post('/api-keys', body, 'k-to');
    const [from, to] = (
      await env.DB.prepare('SELECT id, response FROM idempotency_keys ORDER BY rowid DESC LIMIT 2').all<{
        id: string;
        response: string;
      }>()
    ).results;
    await env.DB.prepare('UPDATE idempotency_keys SET response = ? WHERE id = ?').bind(to?.response, from?.id).run();
    const answers = [await post('/api-keys', body, 'k-from'), await post('/api-keys', body, 'k-to')];
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('is forgotten after a day, and deleted by the cron', async () => {
    const db = makeDb(env.DB);
    const input = { key: 'k-day', route: 'POST /x', bodyHash: 'h' };
    const at = (now: number) => contextWith({ actor: ADMIN, now });
    const first = await claimRequest(at(NOW), input);
    if (!first.ok || first.value.kind !== 'first') throw new Error('not the first');
    await first.value.settle({ status: 200, contentType: null, body: 'done' });
    const DAY = 86_400_000;
    expect(await claimRequest(at(NOW + DAY), input)).toMatchObject({ value: { kind: 'repeat' } });
    expect(await claimRequest(at(NOW + DAY + 1), { ...input, bodyHash: 'other' })).toMatchObject({
      value: { kind: 'first' },
    });

    const row = { id: 'old', bodyHash: 'h', now: 5 };
    expect(await claimIdempotencyKey(db, row, { expired: 0, abandoned: 0 })).toBe(true);
    await deleteOldIdempotencyKeys(db, 5);
    expect(await rowsWith('"old"')).toBe(1);
    await deleteOldIdempotencyKeys(db, 6);
    expect(await rowsWith('"old"')).toBe(0);
  });

  it('of a request that died is taken over after a minute, and its late end changes nothing', async () => {
    const input = { key: 'k-died', route: 'POST /x', bodyHash: 'h' };
    const claimAt = (now: number) => claimRequest(contextWith({ actor: ADMIN, now }), input);
    const died = await claimAt(NOW);
    expect(await claimAt(NOW + 60_000)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const next = await claimAt(NOW + 60_001);
    if (!died.ok || died.value.kind !== 'first' || !next.ok || next.value.kind !== 'first') throw new Error('no claim');
    await died.value.settle({ status: 200, contentType: null, body: 'late' });
    await next.value.settle({ status: 200, contentType: null, body: 'next' });
    expect(await claimAt(NOW + 60_002)).toMatchObject({ value: { kind: 'repeat', outcome: { body: 'next' } } });
  });
});

describe('while the database is away', () => {
  it('incidents are acted on without it', async () => {
    const service = await call(admin, 'POST', '/api/v1/services', { name: 'Away' });
    const made = await post('/incidents', { title: 'Away', serviceId: service.body.id }, 'k-declare');
    expect(made.status).toBe(201);
    switchFaults({ d1: 'fail', queue: 0 });
    const verb = `/incidents/${made.body.id}/acknowledge`;
    const first = await post(verb, {}, 'k-away');
    const second = await post(verb, {}, 'k-away');
    expect(first).toMatchObject({ status: 200, body: { status: 'ACKNOWLEDGED', changed: true } });
    expect(second).toMatchObject({ status: 200, body: { changed: false } });
    expect(isReplayed(second)).toBe(false);
  });

  it('nothing else is done that could be done twice', async () => {
    switchFaults({ d1: 'fail', queue: 0 });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await post('/teams', { name: 'Unsure' }, 'k-unsure')).toMatchObject({
      status: 503,
      body: { type: 'urn:opsknight:problem:unavailable' },
    });
    switchFaults({ d1: null, queue: 0 });
    expect(await teamsNamed('Unsure')).toBe(0);
  });
});

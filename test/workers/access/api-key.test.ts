import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { apiKeys, auditLog } from '../../../db/schema';
import type { Scope } from '../../../domain/access/roles';
import { DAY, MINUTE } from '../../../domain/shared/time';
import { makeApiKey } from '../../../workers/access/api-key';
import { authenticateApiKey } from '../../../workers/access/authenticate-api-key';
import { randomBytes } from '../../../workers/access/bytes';
import { createApiKey } from '../../../workers/operations/api-key/create';
import { listApiKeys } from '../../../workers/operations/api-key/list';
import { revokeApiKey } from '../../../workers/operations/api-key/revoke';
import { ADMIN, awayDb, configWith, contextWith, NOW, RINGS } from './support';

const db = makeDb(env.DB);
const away = awayDb();
const admin = contextWith({ actor: ADMIN });

async function make(scopes: Scope[] = ['read', 'incidents:write'], expiresAt: number | null = null) {
  const answer = await createApiKey(admin, { name: 'Terraform', scopes, expiresAt });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

describe('an API key', () => {
  it('acts with the scopes and under the name of its row', async () => {
    const { key, id } = await make();
    expect(key).toMatch(/^ok_[\w-]{78}$/);
    expect(await authenticateApiKey(contextWith(), key)).toEqual({
      kind: 'authenticated',
      actor: { kind: 'api-key', id, name: 'Terraform', scopes: ['read', 'incidents:write'] },
      viewer: null,
      verifiedOffline: false,
      renewedCookie: null,
    });
  });

  it('vouches for itself while the database is away, for incidents only', async () => {
    const { key, id } = await make(['admin']);
    expect(await authenticateApiKey(contextWith({ db: away }), key)).toMatchObject({
      kind: 'authenticated',
      actor: { kind: 'api-key', id, scopes: ['read', 'events:write', 'incidents:write'] },
      verifiedOffline: true,
    });
  });

  it.each([
    { scopes: ['read'] as Scope[], offline: ['read'] },
    { scopes: ['events:write'] as Scope[], offline: ['events:write'] },
    { scopes: ['config:write', 'read'] as Scope[], offline: ['read'] },
    { scopes: ['config:write'] as Scope[], offline: [] },
  ])('of $scopes has $offline then', async ({ scopes, offline }) => {
    const { key } = await make(scopes);
    expect(await authenticateApiKey(contextWith({ db: away }), key)).toMatchObject({ actor: { scopes: offline } });
  });

  it('is refused with any character changed', async () => {
    const { key } = await make();
    for (let i = 3; i < key.length; i += 1) {
      const forged = `${key.slice(0, i)}${key[i] === 'A' ? 'B' : 'A'}${key.slice(i + 1)}`;
      expect(await authenticateApiKey(contextWith({ db: away }), forged)).toMatchObject({ kind: 'refused' });
      expect(await authenticateApiKey(contextWith(), forged)).toMatchObject({ kind: 'refused' });
    }
  });

  it.each(['', 'ok_', 'Bearer', `ok_${'A'.repeat(78)}`, `ok_${'!'.repeat(78)}`, 'x'.repeat(5000)])(
    'is refused when it is none: %s',
    async (text) => {
      expect(await authenticateApiKey(contextWith(), text)).toEqual({ kind: 'refused', reason: 'malformed' });
    },
  );

  it('made with other secrets is refused, with the database and without', async () => {
    const config = configWith({ secrets: RINGS.renewed });
    const claims = { id: 'key_0123456789abcdef', scopes: ['admin'] as Scope[], expiresAt: null };
    const key = await makeApiKey(config, claims, randomBytes);
    expect(await authenticateApiKey(contextWith(), key)).toEqual({ kind: 'refused', reason: 'unknown' });
    expect(await authenticateApiKey(contextWith({ db: away }), key)).toEqual({
      kind: 'refused',
      reason: 'bad-signature',
    });
  });

  it('needs its entry of APP_SECRETS only while the database is away', async () => {
    const { key } = await make();
    const both = configWith({ secrets: [...RINGS.renewed, ...configWith().secrets] });
    const renewed = configWith({ secrets: RINGS.renewed });
    expect(await authenticateApiKey(contextWith({ db: away, config: both }), key)).toMatchObject({
      kind: 'authenticated',
    });
    expect(await authenticateApiKey(contextWith({ config: renewed }), key)).toMatchObject({ kind: 'authenticated' });
    expect(await authenticateApiKey(contextWith({ db: away, config: renewed }), key)).toMatchObject({
      kind: 'refused',
    });
  });

  it('expires, with the database and without', async () => {
    const { key } = await make(['read'], NOW + DAY);
    for (const change of [{}, { db: away }]) {
      expect(await authenticateApiKey(contextWith({ ...change, now: NOW + DAY - 1 }), key)).toMatchObject({
        kind: 'authenticated',
      });
      expect(await authenticateApiKey(contextWith({ ...change, now: NOW + DAY }), key)).toEqual({
        kind: 'refused',
        reason: 'expired',
      });
    }
  });

  it('is revoked at once and once, which only an outage can hide', async () => {
    const { key, id } = await make();
    expect(await revokeApiKey(admin, { id })).toMatchObject({ ok: true, value: { id, revokedAt: NOW } });
    const later = contextWith({ actor: ADMIN, now: NOW + DAY });
    expect(await revokeApiKey(later, { id })).toMatchObject({ ok: true, value: { revokedAt: NOW } });
    expect(await authenticateApiKey(contextWith(), key)).toEqual({ kind: 'refused', reason: 'revoked' });
    expect(await authenticateApiKey(contextWith({ db: away }), key)).toMatchObject({ verifiedOffline: true });
    expect(await revokeApiKey(admin, { id: 'key_none' })).toMatchObject({ error: { code: 'not-found' } });
    const audit = await db.select().from(auditLog).where(eq(auditLog.targetId, id)).all();
    expect(audit.map(({ action }) => action).sort()).toEqual(['api-key.create', 'api-key.revoke']);
  });

  it('is noted as used at most once a minute', async () => {
    const { key, id } = await make();
    const useAt = async (now: number) => {
      const context = contextWith({ now });
      await authenticateApiKey(context, key);
      await Promise.all(context.left);
      return (await db.select().from(apiKeys).where(eq(apiKeys.id, id)).get())?.lastUsedAt;
    };
    expect(await useAt(NOW)).toBe(NOW);
    expect(await useAt(NOW + MINUTE - 1)).toBe(NOW);
    expect(await useAt(NOW + MINUTE)).toBe(NOW + MINUTE);
  });

  it('is stored as a hash, and listed without it', async () => {
    const { key, id } = await make();
    const row = await db.select().from(apiKeys).where(eq(apiKeys.id, id)).get();
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    const list = await listApiKeys(admin, { limit: 100 });
    const text = JSON.stringify([row, list, await db.select().from(auditLog).all()]);
    expect(text).not.toContain(key.slice(40));
    expect(JSON.stringify(list)).not.toContain(row?.hash);
  });

  it('is listed newest first, page by page', async () => {
    const made = [];
    for (let i = 1; i <= 3; i += 1) {
      const context = contextWith({ actor: ADMIN, now: NOW + i * DAY });
      const answer = await createApiKey(context, { name: `K${i}`, scopes: ['read'], expiresAt: null });
      if (answer.ok) made.unshift(answer.value.id);
    }
    const first = await listApiKeys(admin, { limit: 2 });
    if (!first.ok) throw new Error(first.error.message);
    expect(first.value.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    const second = await listApiKeys(admin, { limit: 1, cursor: first.value.nextCursor ?? '' });
    expect(second).toMatchObject({ ok: true, value: { data: [{ id: made[2] }] } });
    expect(await listApiKeys(admin, { limit: 1, cursor: 'x' })).toMatchObject({ error: { code: 'invalid' } });
  });

  it('is for those who may handle secrets, and not born expired', async () => {
    const input = { name: 'K', scopes: ['read'] as Scope[], expiresAt: null };
    const other = contextWith({ actor: { kind: 'user', id: 'usr_r', name: 'R', role: 'RESPONDER' } });
    expect(await createApiKey(other, input)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await listApiKeys(other, { limit: 1 })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await revokeApiKey(other, { id: 'key_x' })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await createApiKey(contextWith(), input)).toMatchObject({ error: { code: 'unauthenticated' } });
    expect(await createApiKey(admin, { ...input, expiresAt: NOW })).toMatchObject({
      error: { code: 'invalid', fields: [{ path: 'expiresAt', message: 'Must be in the future' }] },
    });
  });
});

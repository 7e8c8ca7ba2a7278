import { beforeAll, describe, expect, it } from 'vitest';
import { type Credential, call, STRANGER, signedInAs } from './support';

let admin: Credential = STRANGER;
beforeAll(async () => {
  admin = await signedInAs('ADMIN');
});

describe('an API key', () => {
  it('is shown once, works with its scopes, and ends when it is revoked', async () => {
    const expiresAt = '2099-01-01T00:00:00.000Z';
    const made = await call(admin, 'POST', '/api/v1/api-keys', { name: 'CI', scopes: ['config:write'], expiresAt });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'CI', scopes: ['config:write'], expiresAt, revokedAt: null },
    });
    const key = { headers: { authorization: `Bearer ${made.body.key}` } };

    expect((await call(key, 'POST', '/api/v1/teams', { name: 'By key' })).status).toBe(201);
    expect((await call(key, 'GET', '/api/v1/api-keys')).status).toBe(403);
    const { body } = await call(admin, 'GET', '/api/v1/api-keys');
    expect(body.data).toMatchObject([{ id: made.body.id, name: 'CI', lastUsedAt: expect.any(String) }]);
    expect(JSON.stringify(body)).not.toContain(made.body.key);

    const revoke = () => call(admin, 'DELETE', `/api/v1/api-keys/${made.body.id}`);
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(204);
    expect((await call(key, 'GET', '/api/v1/teams')).status).toBe(401);
    expect((await call(admin, 'GET', '/api/v1/api-keys')).body).toMatchObject({
      data: [{ revokedAt: expect.any(String) }],
    });
  });

  it.each([
    { name: 'K', scopes: [] },
    { name: 'K', scopes: ['everything'] },
    { name: '', scopes: ['read'] },
    { name: 'K', scopes: ['read'], expiresAt: '2001-01-01T00:00:00Z' },
  ])('is not made of %j', async (body) => {
    expect((await call(admin, 'POST', '/api/v1/api-keys', body)).status).toBe(400);
  });
});

import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { configVersionOf } from '../../../db/repositories/settings';
import { type Credential, call, STRANGER, signedInAs } from './support';

let admin: Credential & { id?: string } = STRANGER;
beforeAll(async () => {
  admin = await signedInAs('ADMIN');
});

const version = () => configVersionOf(makeDb(env.DB));
const patch = (body: unknown) => call(admin, 'PATCH', '/api/v1/settings', body);

describe('settings', () => {
  it('begin with a name of ours and a warning that there is no last resort', async () => {
    expect(await call(admin, 'GET', '/api/v1/settings')).toMatchObject({
      status: 200,
      body: { organisation: { name: 'OpsKnight' }, lastResort: [], warnings: [{ code: 'no-last-resort' }] },
    });
  });

  it('change by part, with an audit entry, and raise the version of the configuration', async () => {
    const before = await version();
    const lastResort = [{ kind: 'USER', id: admin.id }];
    expect((await patch({ organisation: { name: 'Acme' } })).body).toMatchObject({ organisation: { name: 'Acme' } });
    expect((await patch({ lastResort })).body).toEqual({ organisation: { name: 'Acme' }, lastResort, warnings: [] });
    expect((await call(admin, 'GET', '/api/v1/settings')).body).toMatchObject({ lastResort, warnings: [] });
    expect(await version()).toBe(before + 2);
    const { body } = await call(admin, 'GET', '/api/v1/audit-log?action=settings.update');
    expect(body.data).toMatchObject([
      { before: { lastResort: [] }, after: { lastResort } },
      { after: { organisation: { name: 'Acme' } } },
    ]);
  });

  it('stay as they are when nothing is named', async () => {
    const before = await version();
    expect((await patch({})).status).toBe(200);
    expect(await version()).toBe(before);
  });

  it.each([
    [{ organisation: { name: ' ' } }, '/organisation/name'],
    [{ lastResort: [{ kind: 'CAT', id: 'x' }] }, '/lastResort/0/kind'],
    [{ lastResort: [{ kind: 'TEAM', id: 'team_nobody' }] }, '/lastResort/0/id'],
  ])('do not take %j', async (body, pointer) => {
    expect(await patch(body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });
});

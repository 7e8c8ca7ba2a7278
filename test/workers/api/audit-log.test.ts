import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { recordAudit } from '../../../db/repositories/audit';
import { SYSTEM } from '../../../domain/access/actor';
import { ADMIN, contextWith } from '../access/support';
import { type Credential, call, STRANGER, signedInAs } from './support';

const START = Date.parse('2026-11-23T12:00:00Z');
let admin: Credential = STRANGER;

// Seven entries, two of them in one millisecond; the fifth by the system.
beforeAll(async () => {
  admin = await signedInAs('ADMIN');
  for (const [i, at] of [0, 1, 1, 2, 3, 4, 5].entries()) {
    await recordAudit(contextWith({ now: START + at, actor: i === 4 ? SYSTEM : ADMIN, db: makeDb(env.DB) }), {
      action: i % 2 === 0 ? 'team.update' : 'service.create',
      targetKind: i % 2 === 0 ? 'team' : 'service',
      targetId: `id_${i}`,
      before: { name: 'Before', key: 'a secret' },
      after: { openedAt: START },
    });
  }
});

const list = async (query: string): Promise<{ ids: string[]; next: string | null }> => {
  const { status, body } = await call(admin, 'GET', `/api/v1/audit-log${query}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return {
    ids: (body.data as { targetId: string }[]).map(({ targetId }) => targetId),
    next: body.nextCursor as string | null,
  };
};

describe('the audit log', () => {
  it('is listed newest first, with instants as text and secrets masked', async () => {
    const { body } = await call(admin, 'GET', '/api/v1/audit-log?limit=1');
    expect(body.data).toEqual([
      {
        id: expect.stringMatching(/^aud_/),
        at: '2026-11-23T12:00:00.005Z',
        actor: { kind: 'user', id: 'usr_admin', name: 'Ada' },
        origin: 'web',
        ip: null,
        requestId: 'req_test',
        action: 'team.update',
        targetKind: 'team',
        targetId: 'id_6',
        before: { name: 'Before', key: '•••' },
        after: { openedAt: '2026-11-23T12:00:00.000Z' },
      },
    ]);
  });

  it('is cut in pages that hold each entry once', async () => {
    const all = (await list('?limit=100')).ids;
    const seen: string[] = [];
    for (let query: string | null = '?limit=2'; query; ) {
      const { ids, next } = await list(query);
      seen.push(...ids);
      query = next && `?limit=2&cursor=${next}`;
    }
    expect(seen).toEqual(all);
    expect([all.length, all[0], all.at(-1), new Set(all).size]).toEqual([7, 'id_6', 'id_0', 7]);
  });

  it.each([
    ['?targetKind=service', ['id_5', 'id_3', 'id_1']],
    ['?targetId=id_2', ['id_2']],
    ['?action=service.create&targetId=id_2', []],
    ['?actor=system', ['id_4']],
    ['?actor=usr_admin&action=team.update', ['id_6', 'id_2', 'id_0']],
    ['?from=2026-11-23T12:00:00.003Z', ['id_6', 'id_5', 'id_4']],
    ['?from=2026-11-23T13:00:00.002%2B01:00&to=2026-11-23T12:00:00.004Z', ['id_4', 'id_3']],
  ])('takes the filter %s', async (query, ids) => {
    expect((await list(query)).ids).toEqual(ids);
  });

  it.each(['?cursor=nonsense', '?cursor=WyJ4IiwieSJd', '?from=yesterday', '?limit=0'])('refuses %s', async (query) => {
    expect((await call(admin, 'GET', `/api/v1/audit-log${query}`)).status).toBe(400);
  });
});

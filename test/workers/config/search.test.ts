import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceColumn, ServiceLine } from '../../../db/repositories/service-lines';
import type { Page } from '../../../domain/shared/page';
import type { Sort } from '../../../domain/shared/search';
import { createApiKey } from '../../../workers/operations/api-key/create';
import { listApiKeys } from '../../../workers/operations/api-key/list';
import { serviceLines } from '../../../workers/operations/service/lines';
import { updateService } from '../../../workers/operations/service/update';
import { teamLines } from '../../../workers/operations/team/lines';
import { listUsers } from '../../../workers/operations/user/list';
import { updateUser } from '../../../workers/operations/user/update';
import { adminContext, aPolicy, aService, aTeam, aUser, failureOf, settle, taken } from './support';

const context = adminContext();
afterEach(settle);

async function names(request: { q?: string; sort?: Sort<ServiceColumn>; limit?: number }): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<ServiceLine> = taken(
      await serviceLines(context, { limit: 2, ...request, ...(cursor ? { cursor } : {}) }),
    );
    seen.push(...page.data.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return seen;
}

describe('the lines of services', () => {
  const asked: [string, { q?: string; sort?: Sort<ServiceColumn> }, string[]][] = [
    ['by name', {}, ['Api', 'cron', 'Écran', 'web']],
    ['by name from the end', { sort: { by: 'name', down: true } }, ['web', 'Écran', 'cron', 'Api']],
    ['by team, those without one last', { sort: { by: 'team', down: false } }, ['Api', 'web', 'cron', 'Écran']],
    ['by policy', { sort: { by: 'policy', down: false } }, ['cron', 'Api', 'Écran', 'web']],
    ['by what is open', { sort: { by: 'open', down: true } }, ['web', 'Écran', 'cron', 'Api']],
    ['with a word of the team', { q: 'CORE' }, ['Api']],
    ['with a word of the policy and one of the name', { q: 'night cr' }, ['cron']],
    ['without its accents', { q: 'ecran' }, ['Écran']],
    ['with what none of them holds', { q: '%' }, []],
  ];
  beforeAll(async () => {
    const core = await aTeam(context, { name: 'Core' });
    const payments = await aTeam(context, { name: 'payments' });
    const night = await aPolicy(context, { name: 'Night' });
    await aService(context, { name: 'web', teamId: payments.id });
    await aService(context, { name: 'Api', teamId: core.id });
    await aService(context, { name: 'cron', escalationPolicyId: night.id });
    await aService(context, { name: 'Écran' });
  });

  it.each(asked)('%s', async (_, request, expected) => {
    expect(await names(request)).toEqual(expected);
  });

  it('follow a new name', async () => {
    const { id } = await aService(context, { name: 'old' });
    taken(await updateService(context, { id, name: 'Ñew' }));
    expect(await names({ q: 'new' })).toEqual(['Ñew']);
    expect(await names({ q: 'old' })).toEqual([]);
  });

  it('refuse a cursor of another list', async () => {
    expect(failureOf(await serviceLines(context, { cursor: btoa('["a","b"]') })).code).toBe('invalid');
  });
});

it('finds people by any words of name and address, by role and by state', async () => {
  const lucia = await aUser(context, { name: 'Lucía Herrera', email: 'lh@example.com', role: 'RESPONDER' });
  await aUser(context, { name: 'Bo Lind', email: 'bo@example.com', role: 'OBSERVER' });
  const found = async (search: Parameters<typeof listUsers>[1]) =>
    taken(await listUsers(context, { limit: 50, ...search })).data.map(({ name }) => name);
  expect(await found({ q: 'herrera lucia' })).toEqual(['Lucía Herrera']);
  expect(await found({ q: 'LH@example' })).toEqual(['Lucía Herrera']);
  expect(await found({ q: 'lucia bell' })).toEqual([]);
  expect(await found({ q: 'example.com', role: 'OBSERVER' })).toEqual(['Bo Lind']);
  expect(await found({ q: 'example.com', status: 'DISABLED' })).toEqual([]);
  expect(await found({ q: 'lh@', sort: '-name' })).toEqual(['Lucía Herrera']);
  taken(await updateUser(context, { id: lucia.id, name: 'Łucja' }));
  expect(await found({ q: 'herrera' })).toEqual([]);
});

it('counts of a team who is in it and who gets its pages', async () => {
  const [lead, silent] = [await aUser(context, { name: 'Ana' }), await aUser(context)];
  const team = await aTeam(context, {
    leadId: lead.id,
    members: [
      { userId: lead.id, role: 'OWNER', receiveNotifications: true },
      { userId: silent.id, role: 'MEMBER', receiveNotifications: false },
    ],
  });
  await aService(context, { teamId: team.id });
  const [line] = taken(await teamLines(context, { ids: [team.id] }));
  expect(line).toMatchObject({ lead: 'Ana', members: 2, services: 1 });
  expect(line?.paged).toBe(lead.status === 'ACTIVE' ? 1 : 0);
});

it('finds API keys by a word of their name', async () => {
  taken(await createApiKey(context, { name: 'CI deploy', scopes: ['read'], expiresAt: null }));
  taken(await createApiKey(context, { name: 'Grafana', scopes: ['read'], expiresAt: null }));
  const page = taken(await listApiKeys(context, { limit: 50, q: 'ci' }));
  expect(page.data.map(({ name }) => name)).toEqual(['CI deploy']);
});

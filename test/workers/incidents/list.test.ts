import { beforeAll, describe, expect, it } from 'vitest';
import { listIncidents } from '../../../db/repositories/incidents';
import {
  customFields,
  customFieldValues,
  incidentTags,
  incidentWatchers,
  notifications,
  teamMembers,
  teams,
  users,
} from '../../../db/schema';
import type { Seer } from '../../../domain/access/seer';
import { readIncidentFilter } from '../../../domain/incident/filter';
import { anIncident, db } from './support';

const ANA: Seer = { sees: 'involved', id: 'usr_ana' };
const ADMIN: Seer = { sees: 'all', id: 'usr_admin' };

/** The titles that an address finds, in the list's order, through as many pages as it takes. */
async function found(search: string, seer = ANA, limit = 2): Promise<string[]> {
  const filter = readIncidentFilter(new URLSearchParams(search), 'UTC');
  if (!filter.ok) throw new Error(filter.error.message);
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listIncidents(db, { ...filter.value, limit, ...(cursor ? { cursor } : {}) }, seer);
    if (!page) throw new Error('a cursor of its own was refused');
    titles.push(...page.data.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return titles;
}

const NOW = { createdAt: 1, updatedAt: 1 };
const person = (id: string) => ({
  id,
  name: id,
  email: `${id}@example.test`,
  role: 'RESPONDER' as const,
  timezone: 'UTC',
  locale: 'en',
  status: 'ACTIVE' as const,
  ...NOW,
});

beforeAll(async () => {
  await db.insert(users).values([person('usr_ana'), person('usr_bo')]);
  await db.insert(teams).values({ id: 'team_ops', name: 'Ops', nameKey: 'ops', ...NOW });
  await db
    .insert(teamMembers)
    .values({ teamId: 'team_ops', userId: 'usr_ana', role: 'MEMBER', receiveNotifications: true });
  await db.insert(customFields).values([
    {
      id: 'fld_region',
      key: 'region',
      name: 'Region',
      kind: 'SELECT',
      options: ['eu', 'us'],
      isRequired: false,
      position: 1,
      ...NOW,
    },
    { id: 'fld_link', key: 'link', name: 'Link', kind: 'URL', options: [], isRequired: false, position: 2, ...NOW },
  ]);
});

describe('the list of incidents', () => {
  it('narrows by every part of its filter', async () => {
    await anIncident({ title: 'disk', urgency: 'LOW', priority: 'P4', openedAt: Date.UTC(2026, 0, 10) });
    const tagged = await anIncident({
      title: 'queue',
      priority: 'P1',
      serviceId: 'svc_b',
      openedAt: Date.UTC(2026, 0, 11),
      description: 'Backlog of 40',
    });
    await anIncident({
      title: 'login',
      status: 'RESOLVED',
      urgency: 'MEDIUM',
      assigneeKind: 'USER',
      assigneeId: 'usr_ana',
      teamId: 'team_ops',
      openedAt: Date.UTC(2026, 0, 12),
      lastEventAt: 9e15,
    });
    await db.insert(incidentTags).values([
      { incidentId: tagged, tag: 'eu' },
      { incidentId: tagged, tag: 'kafka' },
    ]);
    await db.insert(customFieldValues).values([
      { incidentId: tagged, fieldId: 'fld_region', value: 'eu' },
      { incidentId: tagged, fieldId: 'fld_link', value: 'https://wiki.example.test/Queue' },
    ]);
    await db.insert(incidentWatchers).values({ incidentId: tagged, userId: 'usr_ana', role: 'FOLLOWER', addedAt: 1 });
    expect(await found('')).toEqual(['login', 'queue', 'disk']);
    expect(await found('status=unresolved')).toEqual(['queue', 'disk']);
    expect(await found('status=RESOLVED,OPEN&urgency=LOW,MEDIUM')).toEqual(['login', 'disk']);
    expect(await found('priority=P1,none')).toEqual(['login', 'queue']);
    expect(await found('serviceId=svc_b')).toEqual(['queue']);
    expect(await found('teamId=team_ops')).toEqual(['login']);
    expect(await found('assignee=me')).toEqual(['login']);
    expect(await found('assignee=nobody')).toEqual(['queue', 'disk']);
    expect(await found('watching=me')).toEqual(['queue']);
    expect(await found('tag=eu,kafka')).toEqual(['queue']);
    expect(await found('tag=eu,us')).toEqual([]);
    expect(await found('field.region=eu&field.link=WIKI')).toEqual(['queue']);
    expect(await found('field.region=e')).toEqual([]);
    expect(await found('from=2026-01-11&to=2026-01-11')).toEqual(['queue']);
    expect(await found('q=BACKLOG')).toEqual(['queue']);
    expect(await found('number=1001')).toEqual(['disk']);
    expect(await found('sort=openedAt')).toEqual(['disk', 'queue', 'login']);
    expect(await found('sort=-lastEventAt')).toEqual(['login', 'queue', 'disk']);
    expect(await found('sort=-urgency')).toEqual(['queue', 'login', 'disk']);
    expect(await found('sort=priority')).toEqual(['login', 'disk', 'queue']);
  });

  it('pages through equals of any order without losing or repeating one', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4, 5].map(() => anIncident({ title: 'twin', serviceId: 'svc_c', openedAt: 7 })),
    );
    expect(await found('serviceId=svc_c&sort=-urgency')).toHaveLength(made.length);
    expect(await found('serviceId=svc_c&sort=priority', ANA, 1)).toHaveLength(made.length);
  });

  it('shows a private incident to those it concerns, and to administrators', async () => {
    const secret = { visibility: 'PRIVATE' as const, serviceId: 'svc_p' };
    await anIncident({ title: 'strange', ...secret });
    await anIncident({ title: 'assigned', ...secret, assigneeKind: 'USER', assigneeId: 'usr_ana' });
    await anIncident({ title: 'of my team', ...secret, assigneeKind: 'TEAM', assigneeId: 'team_ops' });
    await anIncident({ title: 'owned', ...secret, teamId: 'team_ops' });
    await anIncident({ title: 'declared', ...secret, createdBy: 'usr_ana' });
    const paged = await anIncident({ title: 'paged', ...secret });
    await db.insert(notifications).values({
      ...{ id: 'ntf_1', incidentId: paged, seq: 1, userId: 'usr_ana', userName: 'Ana', contactMethodId: 'cm_1' },
      ...{ channel: 'email', intent: 'page', state: 'SENT', step: 1, cycle: 1, wave: 1, rung: 1, ...NOW },
    });
    const watched = await anIncident({ title: 'watched', ...secret });
    await db.insert(incidentWatchers).values({ incidentId: watched, userId: 'usr_ana', role: 'EXEC', addedAt: 1 });
    const mine = ['watched', 'paged', 'declared', 'owned', 'of my team', 'assigned'];
    expect(await found('serviceId=svc_p')).toEqual(mine);
    expect(await found('serviceId=svc_p', ADMIN)).toEqual([...mine, 'strange']);
    expect(await found('serviceId=svc_p', { sees: 'involved', id: 'usr_bo' })).toEqual([]);
    expect(await found('serviceId=svc_p', { sees: 'involved', id: null })).toEqual([]);
    const asAdmin = await listIncidents(db, { serviceId: ['svc_p'], limit: 50 }, { sees: 'all', id: 'usr_ana' });
    expect(asAdmin?.data.filter(({ involved }) => !involved).map(({ title }) => title)).toEqual(['strange']);
  });
});

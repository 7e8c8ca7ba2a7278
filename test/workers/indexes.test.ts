import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type Db, makeDb } from '../../db/client';
import { itemsToRemind, listActionItems } from '../../db/repositories/action-items';
import { listApiKeys } from '../../db/repositories/api-keys';
import { countCohort } from '../../db/repositories/cohorts';
import { coversToRemind, expiredCovers } from '../../db/repositories/cover-requests';
import { listDashboards } from '../../db/repositories/dashboards';
import { readHealth } from '../../db/repositories/health';
import { factsOfDays, outagesOf } from '../../db/repositories/incident-facts';
import { listIncidents } from '../../db/repositories/incidents';
import { listIntegrations } from '../../db/repositories/integrations';
import { servicesOfPolicies } from '../../db/repositories/names';
import { incidentOfNotification, lastErrors, listLog } from '../../db/repositories/notification-log';
import { listPostmortems } from '../../db/repositories/postmortems';
import { publicationsOfPage } from '../../db/repositories/publications';
import { countWithDetails, incidentsWithDetails } from '../../db/repositories/retention';
import { partsIn, spansToAddUp } from '../../db/repositories/rollup-spans';
import { cellsIn, cellsOfDays } from '../../db/repositories/rollups';
import { listServiceLines } from '../../db/repositories/service-lines';
import { listServices } from '../../db/repositories/services';
import { serviceFacts } from '../../db/repositories/status-facts';
import { overdueIncidents } from '../../db/repositories/sweep';
import { teamLines } from '../../db/repositories/team-lines';
import { listUsers } from '../../db/repositories/users';
import type { Seer } from '../../domain/access/seer';

/** A database that remembers every statement with its values. */
function recording(): { db: Db; seen: { query: string; values: unknown[] }[] } {
  const seen: { query: string; values: unknown[] }[] = [];
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name);
      return (query: string) => {
        const statement = target.prepare(query);
        return new Proxy(statement, {
          get(inner, method) {
            if (method === 'bind') {
              return (...values: unknown[]) => {
                seen.push({ query, values });
                return inner.bind(...values);
              };
            }
            const value = Reflect.get(inner, method);
            return typeof value === 'function' ? value.bind(inner) : value;
          },
        });
      };
    },
  });
  return { db: makeDb(d1), seen };
}

const ANA: Seer = { sees: 'involved', id: 'usr_ana' };

const lists: [string, (db: Db) => Promise<unknown>][] = [
  ['incidents', (db) => listIncidents(db, { limit: 50 }, ANA)],
  ['incidents by one status', (db) => listIncidents(db, { limit: 50, status: ['OPEN'] }, ANA)],
  [
    'unresolved incidents',
    (db) => listIncidents(db, { limit: 50, status: ['OPEN', 'ESCALATED', 'ACKNOWLEDGED'] }, ANA),
  ],
  ['incidents of a service', (db) => listIncidents(db, { limit: 50, serviceId: ['svc_x'] }, ANA)],
  [
    'unresolved incidents of somebody',
    (db) => listIncidents(db, { limit: 50, assignee: ['me'], status: ['OPEN', 'ESCALATED'] }, ANA),
  ],
  [
    'unresolved incidents of a team',
    (db) => listIncidents(db, { limit: 50, teamId: ['t'], status: ['OPEN', 'ESCALATED'] }, ANA),
  ],
  ['incidents of a team', (db) => listIncidents(db, { limit: 50, teamId: ['team_x'] }, ANA)],
  ['incidents of somebody', (db) => listIncidents(db, { limit: 50, assignee: ['me'] }, ANA)],
  ['private incidents', (db) => listIncidents(db, { limit: 50, visibility: 'PRIVATE' }, ANA)],
  ['a page further on', (db) => listIncidents(db, { limit: 50, cursor: btoa('["1","inc_x"]') }, ANA)],
  ['incidents by their last event', (db) => listIncidents(db, { limit: 50, sort: '-lastEventAt' }, ANA)],
  ['services by name', (db) => listServices(db, { limit: 50 })],
  ['services from the end', (db) => listServices(db, { limit: 50, sort: '-name', cursor: btoa('["z","svc_x"]') })],
  ['services that hold a word', (db) => listServices(db, { limit: 50, q: 'web' })],
  ['lines of services', (db) => listServiceLines(db, { limit: 50, q: 'web' }, ANA)],
  ['lines further on', (db) => listServiceLines(db, { limit: 50, cursor: btoa('["","a","svc_x"]') }, ANA)],
  ['people', (db) => listUsers(db, { limit: 50, q: 'ana', role: 'ADMIN' })],
  ['integrations', (db) => listIntegrations(db, { limit: 50, q: 'prom' })],
  ['integrations of a service', (db) => listIntegrations(db, { limit: 50 }, 'svc_x')],
  ['API keys', (db) => listApiKeys(db, 50, { createdAt: 1, id: 'key_x' }, 'ci')],
  ['lines of teams', (db) => teamLines(db, ['team_x'])],
  ['services of policies', (db) => servicesOfPolicies(db, ['pol_x'])],
  ['cover requests to remind of', (db) => coversToRemind(db, 1, 50)],
  ['cover requests that end', (db) => expiredCovers(db, 1, 50)],
  ['overdue incidents', (db) => overdueIncidents(db, 1, 50)],
  ['rollups', (db) => partsIn(db, [{ from: 1, to: 40 }], {})],
  ['rollups of a service', (db) => partsIn(db, [{ from: 1, to: 40 }], { serviceId: 'svc_x' })],
  ['rollups of a team', (db) => partsIn(db, [{ from: 1, to: 40 }], { teamId: 'team_x' })],
  ['rollups of some days', (db) => cellsIn(db, { from: 1, to: 40 })],
  ['spans to be added up', (db) => spansToAddUp(db, [1, 2], 2)],
  ['facts of days', (db) => factsOfDays(db, [{ day: 1, serviceId: 'svc_x' }])],
  ['outages of a service', (db) => outagesOf(db, 'svc_x', 1, 2)],
  ['a cohort', (db) => countCohort(db, { period: { from: 1, to: 2 }, cohort: 'sleep-hours' }, 3)],
  ['what visitors read', (db) => publicationsOfPage(db, 'spg_x', 50)],
  ['dashboards', (db) => listDashboards(db, 'usr_x', { limit: 50 })],
  ['incidents past keeping', (db) => incidentsWithDetails(db, 1, 50)],
  ['how many are past keeping', (db) => countWithDetails(db, 1)],
  ['cells of days', (db) => cellsOfDays(db, [{ day: 1, serviceId: 'svc_x' }])],
  ['postmortems', (db) => listPostmortems(db, { limit: 50 })],
  ['postmortems of a status', (db) => listPostmortems(db, { limit: 50, status: 'DRAFT' })],
  ['action items', (db) => listActionItems(db, { limit: 50 })],
  ['action items to remind of', (db) => itemsToRemind(db, 1, 50)],
];

/** Lists that would look through every incident by the index of times. */
const OWN_INDEX: Record<string, string> = {
  'incidents of a team': 'incidents_team',
  'incidents of somebody': 'incidents_assignee',
  'private incidents': 'incidents_private',
  'incidents past keeping': 'incidents_with_details',
};

/** What SQLite does for a statement, a line a step. */
async function planOf({ query, values }: { query: string; values: unknown[] }): Promise<string[]> {
  const explained = env.DB.prepare(`EXPLAIN QUERY PLAN ${query}`).bind(...values);
  return (await explained.all<{ detail: string }>()).results.map(({ detail }) => detail);
}
const wholeTables = (plan: readonly string[]): string[] =>
  plan.filter((line) => /^SCAN (?!.*(USING|json_each|VIRTUAL))/.test(line));

describe('the query for', () => {
  it.each(lists)('%s finds its rows by an index and sorts nothing', async (name, list) => {
    const { db, seen } = recording();
    await list(db);
    expect(seen).toHaveLength(1);
    const plan = await planOf(seen[0] ?? { query: '', values: [] });
    expect(wholeTables(plan)).toEqual([]);
    if (name !== 'services of policies') expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
    if (/unresolved|open incidents/.test(name)) expect(plan.join()).toContain('incidents_unresolved');
    const own = OWN_INDEX[name];
    if (own) expect(plan.join()).toContain(own);
  });
});

const LOG = { limit: 50 };
/** Questions of the delivery log; pages and other messages stand in two tables, and each has its attempts in a third. */
const logs: [string, (db: Db) => Promise<unknown>][] = [
  ['all of it', (db) => listLog(db, LOG)],
  ['a page further on', (db) => listLog(db, { ...LOG, cursor: btoa('["1","ntf_x"]') })],
  ['one state', (db) => listLog(db, { ...LOG, state: 'FAILED' })],
  ['one person', (db) => listLog(db, { ...LOG, userId: 'usr_x' })],
  ['one channel since a day', (db) => listLog(db, { ...LOG, channel: 'sms', from: 1, to: 2 })],
  ['one incident', (db) => listLog(db, { ...LOG, incidentId: 'inc_x' })],
  ['the last errors', (db) => lastErrors(db, 50)],
  ['the incident of a page', (db) => incidentOfNotification(db, 'ntf_x')],
  ['how the installation stands', (db) => readHealth(db, 1)],
];

describe('the delivery log', () => {
  it.each(logs)('finds %s by indexes', async (_name, ask) => {
    const { db, seen } = recording();
    await ask(db);
    expect(seen.length).toBeGreaterThan(0);
    for (const statement of seen) {
      const plan = await planOf(statement);
      expect(wholeTables(plan), statement.query).toEqual([]);
      // The attempts of one page's messages are put in order, and rows of the same millisecond; a whole list may not be.
      if (/json_each|group by/.test(statement.query)) continue;
      const sorted = plan.filter((line) => line.includes('TEMP B-TREE') && !/LAST TERM/.test(line));
      expect(sorted, statement.query).toEqual([]);
    }
  });
});

it('what every status page asks each minute looks at no resolved incident', async () => {
  const { db, seen } = recording();
  await serviceFacts(db, ['svc_x', 'svc_y'], 1);
  const about = seen.find(({ query }) => query.includes('"incidents"'));
  expect((await planOf(about ?? { query: '', values: [] })).join()).toContain('incidents_service_unresolved');
});

import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import { createDashboardInput, updateDashboardInput } from '../../../domain/analytics/dashboard';
import { dayOf } from '../../../domain/analytics/day';
import { createServiceInput } from '../../../domain/service/input';
import { heatMap } from '../../../workers/operations/analytics/heat-map';
import { analyticsReport } from '../../../workers/operations/analytics/report';
import { healRollups, rollUp } from '../../../workers/operations/analytics/roll-up';
import { removeDashboard, updateDashboard } from '../../../workers/operations/dashboard/change';
import { createDashboard } from '../../../workers/operations/dashboard/create';
import { getDashboard, listDashboards } from '../../../workers/operations/dashboard/list';
import { readDashboard } from '../../../workers/operations/dashboard/read';
import { createService } from '../../../workers/operations/service/create';
import { adminContext, aUser, db, failureOf, settle, taken } from '../config/support';

const context = adminContext();
afterEach(settle);

beforeAll(async () => {
  await runBatch(db, insertHistory(db, demoHistory(context.now)));
  await rollUp(context, 10);
});

/** Somebody who responds, as who they are. */
async function somebody() {
  const { id, name } = await aUser(context);
  return adminContext({ actor: { kind: 'user', id, name, role: 'RESPONDER' } });
}

const panel = { subject: 'figure:mtta', days: 90, serviceId: null, teamId: null };
const made = (name: string, rest: object = {}) => createDashboardInput.parse({ name, ...rest });
const change = (rest: object) => updateDashboardInput.parse(rest);

describe('a dashboard', () => {
  it('is its owner’s alone until it is shared, and then everybody’s to read', async () => {
    const [ana, bo] = [await somebody(), await somebody()];
    const { id } = taken(await createDashboard(ana, made('Weekly')));
    expect(failureOf(await getDashboard(bo, { id })).code).toBe('not-found');
    taken(await updateDashboard(ana, { id, ...change({ isShared: true }) }));
    expect(taken(await getDashboard(bo, { id }))).toMatchObject({ name: 'Weekly', mayEdit: false });
    expect(failureOf(await updateDashboard(bo, { id, ...change({ name: 'Mine' }) })).code).toBe('forbidden');
    expect(failureOf(await removeDashboard(bo, { id })).code).toBe('forbidden');
    expect(taken(await listDashboards(bo, { limit: 10 })).data.map((one) => one.id)).toEqual([id]);
    taken(await removeDashboard(ana, { id }));
    expect(failureOf(await readDashboard(bo, { id })).code).toBe('not-found');
  });

  it('shows what the analytics say of the same incidents, in the order in which it was arranged', async () => {
    const ana = await somebody();
    const service = taken(await createService(context, createServiceInput.parse({ name: 'Quiet' })));
    const panels = [panel, { ...panel, subject: 'heat-map' }, { ...panel, serviceId: service.id }];
    const { id, panels: stored } = taken(await createDashboard(ana, made('Figures', { panels })));
    const turned = taken(await updateDashboard(ana, { id, ...change({ panels: stored.toReversed() }) }));
    expect(turned.panels.map((one) => one.id)).toEqual(stored.map((one) => one.id).toReversed());
    const read = taken(await readDashboard(ana, { id }));
    const [quiet, heat, all] = read.panels;
    const report = taken(await analyticsReport(ana, { days: 90 }));
    expect(all?.report.figures).toEqual(report.figures);
    expect(quiet).toMatchObject({ serviceName: 'Quiet', report: { figures: { incidents: { value: 0 } } } });
    expect(heat?.heatMap?.total).toBe((report.figures.interruptions as { value: number }).value);
  });

  it('takes no panel of a service that there is not, but keeps one whose service has gone', async () => {
    const ana = await somebody();
    const gone = { ...panel, serviceId: 'svc_0000000000000000' };
    expect(failureOf(await createDashboard(ana, made('Wrong', { panels: [panel, gone] }))).fields).toEqual([
      { path: 'panels/1/serviceId', message: 'There is no such service' },
    ]);
    const { id, panels } = taken(await createDashboard(ana, made('Right', { panels: [panel] })));
    await env.DB.prepare('UPDATE dashboards SET panels = ? WHERE id = ?')
      .bind(JSON.stringify([{ ...panels[0], serviceId: gone.serviceId }]), id)
      .run();
    const kept = taken(await getDashboard(ana, { id })).panels;
    expect(taken(await updateDashboard(ana, { id, ...change({ panels: kept }) })).panels).toEqual(kept);
  });
});

describe('the heat map', () => {
  it('holds as many interruptions as the figures do, of everybody and of one', async () => {
    const report = taken(await analyticsReport(context, { days: 90 }));
    const map = taken(await heatMap(context, { days: 90 }));
    expect(map.total).toBe((report.figures.interruptions as { value: number }).value);
    expect(map.total).toBeGreaterThan(0);
    const [person] = report.people;
    const own = taken(await heatMap(context, { days: 90, userId: person?.userId }));
    expect(own.total).toBe((person?.business ?? 0) + (person?.off ?? 0) + (person?.sleep ?? 0));
  });
});

describe('looking through a day', () => {
  it('writes nothing where its rollups say what its incidents say', async () => {
    const written = async () => (await env.DB.prepare('SELECT max(rowid) AS n FROM rollups').first<number>('n')) ?? 0;
    const before = await written();
    for (let i = 0; i < 30; i += 1) await healRollups({ ...context, now: context.now + i * 60_000 });
    expect(await written()).toBe(before);
    await env.DB.prepare("UPDATE rollups SET measures = json_set(measures, '$.incidents', 999)").run();
    const wrong = "SELECT count(*) AS n FROM rollups WHERE measures ->> '$.incidents' = 999 AND day = ?";
    const day = (await env.DB.prepare('SELECT max(day) AS day FROM rollups').first<number>('day')) ?? 0;
    const minute = Array.from({ length: 400 }, (_, i) => context.now + i * 60_000).find(
      (at) => dayOf(at) - (Math.floor(at / 60_000) % 400) === day,
    );
    await healRollups({ ...context, now: minute ?? 0 });
    expect(await env.DB.prepare(wrong).bind(day).first<number>('n')).toBe(0);
  });
});

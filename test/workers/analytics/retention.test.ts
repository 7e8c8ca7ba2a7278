import { env } from 'cloudflare:test';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { findKeptIncident } from '../../../db/repositories/kept-incident';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import { DAY } from '../../../domain/shared/time';
import { analyticsReport } from '../../../workers/operations/analytics/report';
import { rollUp } from '../../../workers/operations/analytics/roll-up';
import { getRetention, previewRetention } from '../../../workers/operations/retention/get';
import { sweepRetention } from '../../../workers/operations/retention/sweep';
import { updateRetention } from '../../../workers/operations/retention/update';
import { adminContext, auditActions, db, failureOf, settle, taken } from '../config/support';

const context = adminContext();
const { now } = context;
const cutoff = now - 60 * DAY;
afterEach(settle);

beforeAll(async () => {
  await runBatch(db, insertHistory(db, demoHistory(now)));
  await rollUp(context, 10);
});

const number = async (query: string): Promise<number> => (await env.DB.prepare(query).first<number>('n')) ?? -1;
const lines = (where: string) =>
  number(`SELECT count(*) AS n FROM timeline_events e JOIN incidents i ON i.id = e.incident_id WHERE ${where}`);

it('keeps everything for ever until an administrator says otherwise', async () => {
  expect(await sweepRetention(context, 1000)).toBe(0);
  expect(taken(await getRetention(context))).toEqual({ incidentDays: null, waiting: 0 });
  const responder = adminContext({ actor: { kind: 'user', id: 'usr_r', name: 'R', role: 'RESPONDER' } });
  expect(failureOf(await updateRetention(responder, { incidentDays: 60 })).code).toBe('forbidden');
  expect(failureOf(await previewRetention(responder, { incidentDays: 60 })).code).toBe('forbidden');
});

it('tells before how many, then removes just those, never an open one, and leaves every figure as it was', async () => {
  const old = await env.DB.prepare('SELECT id FROM incidents WHERE resolved_at < ? ORDER BY resolved_at LIMIT 2')
    .bind(cutoff)
    .all<{ id: string }>();
  const [open, uncounted] = old.results.map(({ id }) => id);
  await env.DB.prepare("UPDATE incidents SET status = 'OPEN' WHERE id = ?").bind(open).run();
  const before = taken(await analyticsReport(context, { days: 90 }));
  const due = await number(`SELECT count(*) AS n FROM incidents WHERE status = 'RESOLVED' AND resolved_at < ${cutoff}`);
  expect(taken(await previewRetention(context, { incidentDays: 60 })).incidents).toBe(due);
  expect(await lines(`i.resolved_at < ${cutoff}`)).toBeGreaterThan(0);

  expect(taken(await updateRetention(context, { incidentDays: 60 }))).toEqual({ incidentDays: 60, waiting: due });
  expect(await auditActions('retention')).toEqual(['settings.retention']);
  // Nobody has counted this one since it last changed.
  await env.DB.prepare('INSERT INTO facts_due (incident_id) VALUES (?)').bind(uncounted).run();
  expect(await sweepRetention(context, 10)).toBe(10);
  expect(await sweepRetention(context, 1000)).toBe(due - 11);
  await env.DB.prepare('DELETE FROM facts_due').run();
  expect(await sweepRetention(context, 1000)).toBe(1);
  expect(await sweepRetention(context, 1000)).toBe(0);

  expect(await lines(`i.status = 'RESOLVED' AND i.resolved_at < ${cutoff}`)).toBe(0);
  expect(await lines(`i.id = '${open}'`)).toBeGreaterThan(0);
  expect(await lines(`i.resolved_at >= ${cutoff}`)).toBeGreaterThan(0);
  for (const table of ['alerts', 'notifications', 'deliveries', 'notes'])
    expect(await number(`SELECT count(*) AS n FROM ${table} WHERE incident_id = '${uncounted}'`)).toBe(0);
  expect((await findKeptIncident(db, uncounted ?? ''))?.description).toMatch(/were removed on/);

  // Noted by mistake or by a heal, it is not counted again from what is left.
  await env.DB.prepare('INSERT INTO facts_due (incident_id) VALUES (?)').bind(uncounted).run();
  await rollUp(context, 1);
  expect(taken(await analyticsReport(context, { days: 90 })).figures).toEqual(before.figures);
});

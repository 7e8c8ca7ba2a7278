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
  expect(await sweepRetention(context, { incidents: 1000, rows: 1000 })).toBe(0);
  expect(taken(await getRetention(context))).toMatchObject({
    incidentDays: null,
    auditDays: null,
    messageDays: null,
    webhookDays: 30,
  });
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
  expect(taken(await previewRetention(context, { incidentDays: 60 })).going).toEqual({ incidentDays: due });
  expect(await lines(`i.resolved_at < ${cutoff}`)).toBeGreaterThan(0);

  expect(taken(await updateRetention(context, { incidentDays: 60 }))).toMatchObject({
    incidentDays: 60,
    waiting: { incidentDays: due },
  });
  expect(await auditActions('retention')).toEqual(['settings.retention']);
  // Nobody has counted this one since it last changed.
  await env.DB.prepare('INSERT INTO facts_due (incident_id) VALUES (?)').bind(uncounted).run();
  expect(await sweepRetention(context, { incidents: 10, rows: 10 })).toBe(10);
  expect(await sweepRetention(context, { incidents: 1000, rows: 1000 })).toBe(due - 11);
  await env.DB.prepare('DELETE FROM facts_due').run();
  expect(await sweepRetention(context, { incidents: 1000, rows: 1000 })).toBe(1);
  expect(await sweepRetention(context, { incidents: 1000, rows: 1000 })).toBe(0);

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

const OLD = now - 200 * DAY;
const put = (table: string, row: Record<string, string | number | null>) =>
  env.DB.prepare(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
  )
    .bind(...Object.values(row))
    .run();
const idsOf = async (table: string): Promise<string[]> =>
  (await env.DB.prepare(`SELECT id FROM ${table} ORDER BY id`).all<{ id: string }>()).results.map(({ id }) => id);
const sweep = (rows: number) => sweepRetention(context, { incidents: 0, rows });

it('lets go of old messages with their attempts, but of none that waits or that a test of paging shows', async () => {
  await env.DB.exec('DELETE FROM messages');
  const message = (id: string, state: string, createdAt: number, nextAt: number | null = null) =>
    put('messages', {
      ...{
        id,
        state,
        kind: 'invitation',
        channel: 'email',
        recipient: 'a@example.test',
        recipient_name: 'A',
        text: 'T',
      },
      ...{ created_at: createdAt, updated_at: createdAt, next_at: nextAt },
    });
  await message('msg_1', 'SENT', OLD);
  await message('msg_2', 'FAILED', OLD + 1);
  await message('msg_3', 'FAILED_TEMPORARILY', OLD + 2, now + 1);
  await message('msg_4', 'SENT', OLD + 3);
  await message('msg_5', 'SENT', now - DAY);
  await put('page_tests', { id: 'tst_1', user_id: 'usr_1', urgency: 'HIGH', started_at: OLD });
  await put('page_test_messages', { test_id: 'tst_1', position: 0, message_id: 'msg_4', due_at: OLD });
  await put('message_deliveries', { id: 'mdl_1', message_id: 'msg_1', attempt: 1, state: 'SENT', at: OLD });

  expect(taken(await previewRetention(context, { messageDays: 90 })).going).toEqual({ messageDays: 2 });
  await sweep(10);
  expect(await idsOf('messages')).toHaveLength(5);
  taken(await updateRetention(context, { messageDays: 90 }));
  await sweep(1);
  expect(await idsOf('messages')).toEqual(['msg_2', 'msg_3', 'msg_4', 'msg_5']);
  expect(await idsOf('message_deliveries')).toEqual([]);
  await sweep(10);
  expect(await idsOf('messages')).toEqual(['msg_3', 'msg_4', 'msg_5']);
});

it('lets go of old events of webhooks and changes, but of none that a webhook has not taken yet', async () => {
  await put('webhooks', {
    ...{ id: 'whk_1', name: 'W', format: 'standard', url: 'x', host: 'x', events: '[]', service_ids: '[]' },
    ...{ created_at: OLD, updated_at: OLD },
  });
  for (const [id, nextAt] of [
    ['a', null],
    ['b', now + 1],
  ] as const) {
    await put('webhook_events', { id, event: '{}', created_at: OLD });
    await put('webhook_deliveries', {
      ...{ id, webhook_id: 'whk_1', event_id: id, event_type: 'incident.opened', state: nextAt ? 'PENDING' : 'SENT' },
      ...{ next_at: nextAt, created_at: OLD, updated_at: OLD },
    });
    await put('change_events', {
      ...{ id, service_id: 's', integration_id: 'i', integration_name: 'I', summary: 'S', links: '[]', details: '{}' },
      ...{ occurred_at: OLD, received_at: id === 'a' ? OLD : now },
    });
  }
  expect(taken(await getRetention(context)).waiting).toMatchObject({ webhookDays: 1, changeDays: 1 });
  await sweep(10);
  expect(await idsOf('webhook_events')).toEqual(['b']);
  expect(await idsOf('webhook_deliveries')).toEqual(['b']);
  expect(await idsOf('change_events')).toEqual(['b']);
});

it('shortens the audit log by whole days, and one entry a day says how many went', async () => {
  const entry = (id: string, at: number) =>
    put('audit_log', { id, at, actor: '{}', origin: 'web', action: 'x.y', target_kind: 'x', target_id: 'x' });
  for (let i = 0; i < 5; i += 1) await entry(`aud_old_${i}`, OLD + i);
  await entry('aud_kept', Math.floor((now - 100 * DAY) / DAY) * DAY);
  expect(
    failureOf(
      await updateRetention(adminContext({ actor: { kind: 'user', id: 'u', name: 'U', role: 'RESPONDER' } }), {
        auditDays: 100,
      }),
    ).code,
  ).toBe('forbidden');
  expect(taken(await previewRetention(context, { auditDays: 100 })).going).toEqual({ auditDays: 5 });
  taken(await updateRetention(context, { auditDays: 100 }));
  for (let i = 0; i < 4; i += 1) await sweep(2);
  const left = await idsOf('audit_log');
  expect(left.filter((id) => id.startsWith('aud_old'))).toEqual([]);
  expect(left).toContain('aud_kept');
  const { results } = await env.DB.prepare("SELECT after FROM audit_log WHERE action = 'audit-log.shorten'").all<{
    after: string;
  }>();
  expect(results.map(({ after }) => (JSON.parse(after) as { entries: number }).entries)).toEqual([5]);
});

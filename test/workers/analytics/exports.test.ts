import { env } from 'cloudflare:test';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import type { Context } from '../../../workers/context';
import { exportIncidents } from '../../../workers/operations/export/incidents';
import { exportOrganisation } from '../../../workers/operations/export/organisation';
import { adminContext, aUser, db, failureOf, settle, taken } from '../config/support';

const context = adminContext();
afterEach(settle);
const past = demoHistory(context.now);
const EVIL = '=HYPERLINK("https://evil.example")';

beforeAll(async () => {
  await runBatch(db, insertHistory(db, past));
  const [first, second] = past;
  await env.DB.prepare('UPDATE incidents SET title = ? WHERE id = ?').bind(EVIL, first?.id).run();
  await env.DB.prepare("UPDATE incidents SET visibility = 'PRIVATE', title = 'Nightingale' WHERE id = ?")
    .bind(second?.id)
    .run();
});

const bodyOf = async (format: 'csv' | 'xlsx', filter = {}) =>
  new Response(taken(await exportIncidents(context, { format, ...filter })).body);

it('streams every incident of the filter as CSV, without private ones, and with no formula', async () => {
  const lines = (await (await bodyOf('csv')).text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(past.length);
  expect(lines[0]).toMatch(/^number,id,title,status/);
  expect(lines.join('\n')).not.toContain('Nightingale');
  expect(lines.find((line) => line.includes('HYPERLINK'))).toContain(`"'=HYPERLINK`);
  const searching = (await (await bodyOf('csv', { serviceId: 'svc_demo_search' })).text()).trimEnd().split('\r\n');
  expect(searching).toHaveLength(1 + past.filter(({ alert }) => alert.serviceId === 'svc_demo_search').length);
});

it('makes a workbook whose texts are texts and whose times are dates', async () => {
  const files = unzipSync(new Uint8Array(await (await bodyOf('xlsx')).arrayBuffer()));
  const text = Object.entries(files)
    .filter(([name]) => /sheet1|sharedStrings/.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('');
  expect(text.match(/<row /g)).toHaveLength(past.length);
  expect(text).toContain('HYPERLINK');
  expect(text).not.toMatch(/<f[ >]/);
  expect(text).not.toContain('Nightingale');
});

it('exports the organisation without a secret, for administrators only', async () => {
  const user = await aUser(context);
  const all = taken(await exportOrganisation(context));
  expect(JSON.stringify(all)).toContain(user.email);
  expect(JSON.stringify(all)).not.toMatch(/passwordHash|secretHash|\$argon2/);
  const responder: Partial<Context> = { actor: { kind: 'user', id: 'usr_x', name: 'X', role: 'RESPONDER' } };
  expect(failureOf(await exportOrganisation(adminContext(responder))).code).toBe('forbidden');
});

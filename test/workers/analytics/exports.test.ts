import { env } from 'cloudflare:test';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import type { Context } from '../../../workers/context';
import { exportIncidents } from '../../../workers/operations/export/incidents';
import { exportOrganisation } from '../../../workers/operations/export/organisation';
import { workbookStream } from '../../../workers/operations/export/workbook';
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

it('says in the last row of a sheet that is full that there are more incidents', async () => {
  const sheet = async (most: number) => {
    const { body } = taken(await exportIncidents(context, { format: 'xlsx' }, most));
    const files = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()));
    return new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  };
  const cut = await sheet(100);
  expect(cut.match(/<row /g)).toHaveLength(1 + 100 + 1);
  expect(cut).toContain('Only the first 100 incidents');
  expect(await sheet(past.length - 1)).not.toContain('Only the first');
});

it('asks for no more incidents than whoever saves a workbook has taken', async () => {
  let asked = 0;
  const rows = async function* () {
    for (; asked < 100; asked += 1)
      yield Array.from({ length: 500 }, (_, i) => [i, `Text <${asked}> & "${i}"\u0001`, { at: i }, null]);
  };
  const reader = workbookStream('S', ['a', 'b', 'c', 'd'], rows()).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const read = async () => {
    const { value, done } = await reader.read();
    if (value) chunks.push(new Uint8Array(value));
    return !done;
  };
  await read();
  expect(asked).toBeLessThan(5);
  while (await read());
  expect(asked).toBe(100);
  const files = unzipSync(new Uint8Array(await new Blob(chunks).arrayBuffer()));
  const text = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  expect(text.match(/<row /g)).toHaveLength(50_001);
  expect(text).toContain('Text &lt;7&gt; &amp; &quot;3&quot;</t>');
});

it('exports the organisation without a secret, for administrators only', async () => {
  const user = await aUser(context);
  const all = taken(await exportOrganisation(context));
  expect(JSON.stringify(all)).toContain(user.email);
  expect(JSON.stringify(all)).not.toMatch(/passwordHash|secretHash|\$argon2/);
  const responder: Partial<Context> = { actor: { kind: 'user', id: 'usr_x', name: 'X', role: 'RESPONDER' } };
  expect(failureOf(await exportOrganisation(adminContext(responder))).code).toBe('forbidden');
});

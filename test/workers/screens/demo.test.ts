import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../../../domain/access/actor';
import { configOf } from '../../../workers/config';
import { createTeam } from '../../../workers/operations/team/create';
import { systemContext } from '../../../workers/system-context';
import { idle } from '../../flows/support/clock';
import { noScriptBrowser } from './no-script-browser';

const TOKEN = 'a set-up token of a test';
const ADDRESS = `/setup?token=${encodeURIComponent(TOKEN)}`;

const countOf = async (query: string): Promise<number> =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${query}`).first<number>('n')) ?? 0;

const demoRows = async (): Promise<number[]> =>
  Promise.all(
    ['users', 'teams', 'services', 'escalation_policies', 'schedules', 'integrations'].map((table) =>
      countOf(`${table} WHERE instr(id, '_demo_') > 0`),
    ),
  );
const NONE = [0, 0, 0, 0, 0, 0];

beforeAll(async () => {
  configOf(env).setupToken = TOKEN;
  await noScriptBrowser().look('/setup');
}, 60_000);

it('is loaded at set-up, and removed from within, which begins the set-up again', async () => {
  const visitor = noScriptBrowser();
  const loaded = await visitor.submit('/setup/demo', { token: TOKEN });
  expect(loaded.text).toContain('ana@example.com');
  const [password = ''] = /(?<=<code[^>]*>)[a-z0-9]{20}(?=<)/.exec(loaded.text) ?? [];
  const home = await visitor.submit('/login', { email: 'ana@example.com', password, next: '/' });
  expect(home.text).toContain('Checkout answers 7.2 % of orders with an error');
  expect(home.text).not.toContain('First set-up');

  const removed = await visitor.submit('/settings', { verb: 'remove-demo' });
  expect(removed.path).toBe(ADDRESS);
  expect(removed.text).toContain('Step 1 of 5');
  await idle();
  expect(await demoRows()).toEqual(NONE);
  expect(await countOf("incidents WHERE status <> 'RESOLVED'")).toBe(0);
});

it('is looked at beside one’s own account, and leaves it alone', async () => {
  const owner = noScriptBrowser();
  await owner.submit(ADDRESS, {
    token: TOKEN,
    name: 'Owen',
    email: 'owen@example.test',
    password: 'a long enough password',
    timezone: 'UTC',
  });
  await owner.submit('/setup/organisation', { name: 'Acme' });
  const home = await owner.submit('/settings', { verb: 'add-demo' });
  expect(home.text).toContain('Payments weekly');
  expect((await owner.look('/settings')).text).toContain('value="Acme"');

  const team = await createTeam(
    { ...systemContext(env, () => undefined), actor: SYSTEM },
    { name: 'Own', leadId: null, members: [] },
  );
  expect((await owner.submit('/settings', { verb: 'remove-demo' })).status).toBe(409);
  await env.DB.prepare('DELETE FROM teams WHERE id = ?')
    .bind(team.ok ? team.value.id : '')
    .run();

  const removed = await owner.submit('/settings', { verb: 'remove-demo' });
  expect(removed).toMatchObject({ status: 200, path: '/settings?done=demo' });
  await idle();
  expect(await demoRows()).toEqual(NONE);
  expect(await countOf("users WHERE email = 'owen@example.test'")).toBe(1);
  expect((await owner.look('/settings')).text).toContain('value="Acme"');
});

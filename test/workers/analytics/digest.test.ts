import { env } from 'cloudflare:test';
import { afterEach, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import { SYSTEM } from '../../../domain/access/actor';
import { DAY } from '../../../domain/shared/time';
import { getWeeklyDigest, sendWeeklyDigests, setWeeklyDigest } from '../../../workers/operations/analytics/digest';
import { rollUp } from '../../../workers/operations/analytics/roll-up';
import { adminContext, aUser, db, failureOf, settle, taken } from '../config/support';

const context = adminContext();
afterEach(settle);

const mails = async () =>
  (
    await env.DB.prepare("SELECT text FROM messages WHERE kind = 'weekly-digest' ORDER BY created_at").all<{
      text: string;
    }>()
  ).results;

it('is sent on Monday to whoever asked for it, once, and no more when they end it', async () => {
  await runBatch(db, insertHistory(db, demoHistory(context.now)));
  await rollUp(context, 10);
  const user = await aUser(context, { timezone: 'Europe/Lisbon' });
  const own = adminContext({ actor: { kind: 'user', id: user.id, name: user.name, role: 'OBSERVER' } });
  const { nextAt } = taken(await setWeeklyDigest(own, { wanted: true }));
  const due = nextAt ?? 0;
  expect(taken(await getWeeklyDigest(own)).nextAt).toBe(due);
  const at = (now: number) => sendWeeklyDigests({ ...context, actor: SYSTEM, now }, 50);
  await env.DB.prepare("UPDATE users SET status = 'ACTIVE' WHERE id = ?").bind(user.id).run();
  await at(due - 1);
  expect(await mails()).toHaveLength(0);
  await at(due);
  await at(due + 60_000);
  expect(await mails()).toHaveLength(1);
  taken(await setWeeklyDigest(own, { wanted: false }));
  await at(due + 7 * DAY);
  expect(await mails()).toHaveLength(1);
});

it('is for people, not for keys', async () => {
  const key = adminContext({ actor: { kind: 'api-key', id: 'key_1', name: 'K', scopes: ['admin'] } });
  expect(failureOf(await setWeeklyDigest(key, { wanted: true })).code).toBe('conflict');
});

import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import { DAY, HOUR } from '../../../domain/shared/time';
import type { Context } from '../../../workers/context';
import { createActionItem } from '../../../workers/operations/action-item/create';
import { actionItemBoard, getActionItem } from '../../../workers/operations/action-item/list';
import { myOverdueItems } from '../../../workers/operations/action-item/overdue';
import { remindOfActionItems } from '../../../workers/operations/action-item/remind';
import { updateActionItem } from '../../../workers/operations/action-item/update';
import { createPostmortem } from '../../../workers/operations/postmortem/create';
import { getPostmortem } from '../../../workers/operations/postmortem/get';
import { exportPostmortem } from '../../../workers/operations/postmortem/markdown';
import { removePostmortem } from '../../../workers/operations/postmortem/remove';
import { refreshPostmortem, updatePostmortem } from '../../../workers/operations/postmortem/update';
import { adminContext, aUser, auditActions, db, failureOf, settle, taken } from '../config/support';

const context = adminContext();
const past = demoHistory(context.now);
afterEach(settle);

beforeAll(() => runBatch(db, insertHistory(db, past)));

const incident = (i: number) => {
  const found = past.filter(({ assignee }) => assignee !== null)[i];
  if (!found) throw new Error('no such incident');
  return found;
};
const draft = async (i: number) => taken(await createPostmortem(context, { incidentId: String(incident(i).number) }));
const observer: Partial<Context> = {
  actor: { kind: 'user', id: 'usr_x', name: 'X', role: 'OBSERVER' },
};

describe('a postmortem', () => {
  it('is drafted from the timeline once, and leads whoever asks again to the one there is', async () => {
    const one = await draft(0);
    expect(one).toMatchObject({ status: 'DRAFT', incidentId: incident(0).id, title: incident(0).alert.title });
    expect(one.events.some(({ text, kept }) => kept && /acknowledged\.$/.test(text))).toBe(true);
    const again = failureOf(await createPostmortem(context, { incidentId: incident(0).id }));
    expect([again.code, again.detail]).toEqual(['conflict', { postmortemId: one.id }]);
    expect(await auditActions(one.id)).toEqual(['postmortem.create']);
  });

  it('is not made of a private incident, nor by somebody who may only read', async () => {
    await env.DB.prepare("UPDATE incidents SET visibility = 'PRIVATE' WHERE id = ?").bind(incident(1).id).run();
    expect(failureOf(await createPostmortem(context, { incidentId: incident(1).id })).code).toBe('conflict');
    const reader = adminContext(observer);
    expect(failureOf(await createPostmortem(reader, { incidentId: incident(2).id })).code).toBe('forbidden');
  });

  it('keeps and drops events, takes new ones, and takes in what the timeline has told since', async () => {
    const one = await draft(3);
    const events = one.events.map((event, i) => ({ ...event, kept: i === 0 }));
    const added = { at: one.events[0]?.at ?? 0, text: 'A release went out.', kept: true };
    const changed = taken(await updatePostmortem(context, { id: one.id, events: [...events, added] }));
    expect(changed.events.filter(({ kept }) => kept).map(({ text }) => text)).toContain('A release went out.');
    await env.DB.prepare(
      "INSERT INTO timeline_events (id, incident_id, seq, at, kind, actor, origin, detail) VALUES ('tle_new', ?, 99, ?, 'reopened', ?, 'web', '{}')",
    )
      .bind(incident(3).id, context.now, JSON.stringify({ kind: 'user', name: 'Bo' }))
      .run();
    const fresh = taken(await refreshPostmortem(context, { id: one.id }));
    expect(fresh.events).toHaveLength(changed.events.length + 1);
    expect(fresh.events.at(-1)).toMatchObject({ id: 'tle_new', text: 'Bo opened it again.', kept: true });
    expect(fresh.events.filter(({ kept }) => kept)).toHaveLength(3);
  });

  it('refuses a change of a version that is no longer the newest, and a status that cannot follow', async () => {
    const one = await draft(4);
    taken(await updatePostmortem(context, { id: one.id, version: 1, title: 'Mine' }));
    const late = failureOf(await updatePostmortem(context, { id: one.id, version: 1, title: 'Late' }));
    expect([late.code, taken(await getPostmortem(context, { id: one.id })).title]).toEqual(['conflict', 'Mine']);
    const empty = await updatePostmortem(context, { id: one.id, sections: { summary: '' }, status: 'PUBLISHED' });
    expect(failureOf(empty).message).toMatch(/summary/);
    const published = taken(await updatePostmortem(context, { id: one.id, status: 'PUBLISHED' }));
    expect(published.publishedAt).toBe(context.now);
    taken(await updatePostmortem(context, { id: one.id, status: 'ARCHIVED' }));
    expect(failureOf(await updatePostmortem(context, { id: one.id, status: 'PUBLISHED' })).code).toBe('conflict');
  });

  it('goes with its action items when it is deleted, and as markdown', async () => {
    const one = await draft(5);
    const item = taken(
      await createActionItem(context, {
        postmortemId: one.id,
        title: 'Write a test',
        ownerId: null,
        dueOn: null,
        priority: 'P2',
        status: 'OPEN',
      }),
    );
    const { name, text } = taken(await exportPostmortem(context, { id: one.id }));
    expect([name, text]).toEqual([
      `postmortem-${one.incidentNumber}.md`,
      expect.stringContaining('- [ ] Write a test'),
    ]);
    taken(await removePostmortem(context, { id: one.id }));
    expect(failureOf(await getActionItem(context, { id: item.id })).code).toBe('not-found');
  });
});

describe('an action item', () => {
  it('reminds its owner the morning after, weekly, and no more once it is done', async () => {
    const owner = await aUser(context, { timezone: 'Europe/Lisbon' });
    const one = await draft(6);
    const day = new Date(context.now).toISOString().slice(0, 10);
    const item = taken(
      await createActionItem(context, {
        postmortemId: one.id,
        title: 'Turn it off',
        ownerId: owner.id,
        dueOn: day,
        priority: 'P1',
        status: 'OPEN',
      }),
    );
    const mails = async () =>
      (await env.DB.prepare("SELECT count(*) AS n FROM messages WHERE kind = 'action-item-overdue'").first<number>(
        'n',
      )) ?? 0;
    const at = (now: number) => remindOfActionItems({ ...context, now }, 50);
    const due = item.remindAt ?? 0;
    await at(due - HOUR);
    expect(await mails()).toBe(0);
    await at(due);
    await at(due);
    expect(await mails()).toBe(1);
    expect(taken(await actionItemBoard(context)).find(({ id }) => id === item.id)?.remindAt).toBe(due + 7 * DAY);
    await at(due + 7 * DAY);
    expect(await mails()).toBe(2);
    taken(await updateActionItem(context, { id: item.id, status: 'COMPLETED' }));
    await at(due + 30 * DAY);
    expect(await mails()).toBe(2);
  });

  it('is told to its owner as overdue from the end of its day on their own clock, until it is done', async () => {
    const owner = await aUser(context, { timezone: 'Pacific/Auckland' });
    const one = await draft(7);
    const item = { postmortemId: one.id, priority: 'P2' as const, status: 'OPEN' as const, dueOn: '2026-12-01' };
    const mine = taken(await createActionItem(context, { ...item, title: 'Mine', ownerId: owner.id }));
    taken(await createActionItem(context, { ...item, title: 'Of somebody else', ownerId: null }));
    // Midnight in Auckland, thirteen hours ahead in summer.
    const end = Date.UTC(2026, 11, 1, 11);
    const overdue = async (now: number) => {
      const asOwner = { ...context, now, actor: { kind: 'user', id: owner.id, name: owner.name, role: 'RESPONDER' } };
      return taken(await myOverdueItems(asOwner as Context)).map(({ title, postmortemTitle }) => [
        title,
        postmortemTitle,
      ]);
    };
    expect(await overdue(end - 1)).toEqual([]);
    expect(await overdue(end)).toEqual([['Mine', one.title]]);
    taken(await updateActionItem(context, { id: mine.id, status: 'COMPLETED' }));
    expect(await overdue(end)).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { createStatusPageInput } from '../../../domain/status-page/input';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { updateStatusPage } from '../../../workers/operations/status-page/update';
import { addSubscriber } from '../../../workers/operations/status-subscriber/add';
import { countSubscribers } from '../../../workers/operations/status-subscriber/count';
import { getSubscriber } from '../../../workers/operations/status-subscriber/get';
import { linksOf } from '../../../workers/operations/status-subscriber/links';
import { call, keyWith, send } from '../api/support';
import { adminContext, auditActions, settle, taken } from '../config/support';

// What a subscriber hears of is changed by the link of what they were sent, by the API and on the editor's screen.

const context = adminContext({ now: Date.now() });
let id = '';
let subscriberId = '';
let components: string[] = [];
let manage = '';

beforeAll(async () => {
  const names = ['Tickets', 'Ferries', 'Bicycles'].map((name) => ({ name }));
  const input = createStatusPageInput.parse({ name: 'Pier', slug: 'pier', components: names });
  const page = taken(await createStatusPage(context, input));
  id = page.id;
  components = page.components.map((component) => component.id);
  const added = { id, channel: 'email' as const, address: 'ana@example.test', componentIds: [] };
  subscriberId = taken(await addSubscriber(context, added)).id;
  await settle();
  const { manageUrl } = await linksOf(context.config, `${context.config.appUrl}/status/pier`, subscriberId);
  manage = new URL(manageUrl).pathname;
});

const postForm = (path: string, chosen: string[]) =>
  send(path, {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1:8787' },
    body: new URLSearchParams(chosen.map((one) => ['component', one])),
  });
const postJson = (body: object) =>
  send(manage, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const chosen = async () => taken(await getSubscriber(context, { id, subscriberId })).componentIds;
const told = async (about: number) =>
  taken(await countSubscribers(context, { id, componentIds: [components[about] ?? ''] })).count;

describe('a subscriber', () => {
  it('sees what they chose, and chooses anew without a script', async () => {
    const shown = await (await send(manage)).text();
    expect(shown).toContain('ana@example.test');
    expect(shown).not.toContain(' checked');
    const saved = await postForm(manage, [components[0] ?? '', components[2] ?? '']);
    expect([saved.status, saved.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const html = await saved.text();
    expect(html).toContain('Your choice is saved.');
    expect(html).toContain(`value="${components[2]}" checked`);
    expect(await chosen()).toEqual([components[0], components[2]]);
    expect([await told(0), await told(1)]).toEqual([1, 0]);

    await postForm(manage, []);
    expect([await told(0), await told(1)]).toEqual([1, 1]);
  });

  it('does the same as a program', async () => {
    const answer = await postJson({ componentIds: [components[1]], language: 'fr' });
    expect(await answer.json()).toMatchObject({ componentIds: [components[1]], language: 'fr' });
    const read = await send(manage, { headers: { accept: 'application/json' } });
    expect(await read.json()).toMatchObject({
      channel: 'email',
      componentIds: [components[1]],
      components: { length: 3 },
    });
    expect((await postJson({ componentIds: 'all' })).status).toBe(400);
  });

  it('is told where a component is gone, so that a choice never turns into everything', async () => {
    const before = await chosen();
    const answer = await postForm(manage, ['cmp_gone']);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('components have changed');
    expect(await chosen()).toEqual(before);
  });

  it('is nobody who made the link up, nor one who has left, nor by the link to leave', async () => {
    for (const path of [
      '/status/pier/manage/sub_x.forged',
      manage.slice(0, -1),
      manage.replace('/status/pier/', '/status/none/'),
      (await linksOf(context.config, '/status/pier', subscriberId)).unsubscribeUrl.replace('unsubscribe', 'manage'),
    ]) {
      expect((await send(path)).status, path).toBe(404);
      expect((await postForm(path, [])).status, path).toBe(404);
    }
  });

  it('sees no component of a page whose door is shut', async () => {
    const shut = { audience: 'password', password: 'open sesame' } as const;
    taken(await updateStatusPage(context, { id, ...shut }));
    await settle();
    for (const answer of [await send(manage), await postForm(manage, []), await postJson({ componentIds: [] })]) {
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain('Ferries');
    }
    taken(await updateStatusPage(context, { id, audience: 'public' }));
    await settle();
  });
});

describe('an editor', () => {
  it('chooses for them by the API, which says who did', async () => {
    const key = await keyWith('config:write');
    const path = `/api/v1/status-pages/${id}/subscribers/${subscriberId}`;
    const { status, body } = await call(key, 'PATCH', path, { componentIds: [components[0]] });
    expect([status, body.componentIds, body.language]).toEqual([200, [components[0]], 'fr']);
    expect(await auditActions(id)).toContain('status-subscriber.update');
    expect((await call(key, 'PATCH', path, { componentIds: ['cmp_gone'] })).status).toBe(400);
    expect((await call(await keyWith('read'), 'PATCH', path, { componentIds: [] })).status).toBe(403);
  });
});

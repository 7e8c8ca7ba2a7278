import { beforeAll, expect, it } from 'vitest';
import { newWorld, request, type World } from '../../flows/support/world';

// A page that shows an incident hears of it when somebody else answers, without asking again.

let world: World;
let id = '';

beforeAll(async () => {
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  id = (await world.create('/incidents', { title: 'Disk full', serviceId: world.service.id })).id;
}, 60_000);

const follow = (incident: string, headers: Record<string, string> = {}) =>
  request(`/api/v1/incidents/${incident}/live`, {
    headers: { authorization: `Bearer ${world.key}`, upgrade: 'websocket', ...headers },
  });

it('says so to every page that shows it, as soon as somebody acknowledges', async () => {
  const answers = await Promise.all([follow(id), follow(id)]);
  expect(answers.map(({ status }) => status)).toEqual([101, 101]);
  const told = answers.map(
    ({ webSocket }) =>
      new Promise((done) => {
        webSocket?.accept();
        webSocket?.addEventListener('message', ({ data }) => done(data), { once: true });
      }),
  );
  await world.call('POST', `/incidents/${id}/acknowledge`);
  expect(await Promise.all(told)).toEqual(['changed', 'changed']);
});

it('opens for nobody without a credential, and for no incident that is not there', async () => {
  expect((await follow(id, { authorization: '' })).status).toBe(401);
  expect((await follow('inc_none')).status).toBe(404);
});
